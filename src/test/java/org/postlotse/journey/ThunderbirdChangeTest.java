package org.postlotse.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postlotse.support.PublicHoster.DOMAIN;
import static org.postlotse.support.PublicHoster.HOST;
import static org.postlotse.support.PublicHoster.MAILBOX;
import static org.postlotse.support.PublicHoster.PASSWORD;
import static org.postlotse.support.PublicHoster.STARTTLS_MAILBOX;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.demo.ThrowAwayAuthority;
import org.postlotse.guide.Guides;
import org.postlotse.guide.Route;
import org.postlotse.support.Needs;
import org.postlotse.support.PublicHoster;
import org.postlotse.support.RealPart;
import org.postlotse.support.SmallInternet;
import org.postlotse.support.Thunderbird;

/**
 * Somebody who knows nothing but our guide changes an old account in the real Thunderbird: every menu, field, entry and
 * button is found by the words that the guide has for it, and set to the guide's value.
 */
@Needs({RealPart.DOVECOT, RealPart.POSTFIX, RealPart.THUNDERBIRD})
@QuarkusTest
@TestProfile(PublicOffer.class)
class ThunderbirdChangeTest {
    @Inject
    Guides guides;

    @Inject
    Catalogue catalogue;

    private final ThrowAwayAuthority authority = ThrowAwayAuthority.root("Postlotse test authority");

    @ParameterizedTest
    @CsvSource({"de, imap, 993, SSL, " + MAILBOX, "en, pop3, 110, alwaysSTARTTLS, " + STARTTLS_MAILBOX})
    void an_old_account_is_changed_by_the_guides_own_words(
            String language, String protocol, int port, String security, String mailbox, @TempDir Path dir) {
        try (var internet = SmallInternet.open();
                var hoster = PublicHoster.in(dir, authority, internet)) {
            var profile = dir.resolve("profile");
            try (var thunderbird = Thunderbird.in(profile, language, internet, authority.certificate())) {
                var oldHost = protocol + "." + DOMAIN;
                thunderbird.run("old-account", protocol, oldHost, mailbox, PASSWORD);
                assertThat(thunderbird.run("inbox").path(0).asText()).isEqualTo("Willkommen");
                assertThat(hoster.oldLoginsWith("method=CRAM-MD5"))
                        .containsPattern("user=<" + mailbox + ">, method=CRAM-MD5[^\n]* secured")
                        .doesNotContain(", TLS,");

                thunderbird.run("answers", PASSWORD, true);
                thunderbird.run("change", guide(mailbox, protocol, Locale.of(language)));
                assertThat(words(thunderbird.run("asked"))).hasSize(1);
            }
            try (var restarted = Thunderbird.in(profile, language, internet, authority.certificate())) {
                var account = restarted.run("account");
                assertThat(words(account.path("incoming"))).contains(HOST, "" + port, security, "passwordCleartext");
                restarted.run("answers", PASSWORD, false);
                restarted.run("inbox");
                assertThat(words(restarted.run("asked")))
                        .hasSize(1)
                        .allSatisfy(question -> assertThat(question).contains(HOST));
                assertThat(restarted.run("inbox").path(0).asText()).isEqualTo("Willkommen");
                restarted.run("send", "max@example.test", "Hallo");
                assertThat(hoster.sentWith("to=<max@example.test>")).contains("sasl_username=" + mailbox);
            }
            assertThat(hoster.loginsWith("Login: user=<" + mailbox))
                    .containsPattern(protocol + "-login: Info: Login: user=<" + mailbox + ">, method=PLAIN[^\n]*, TLS");
        }
    }

    private List<GuideWords> guide(String mailbox, String protocol, Locale language) {
        return GuideWords.of(guides, catalogue, Route.CHANGE, mailbox, protocol, language);
    }

    private static List<String> words(JsonNode told) {
        return told.valueStream().map(JsonNode::asText).toList();
    }
}
