package org.postlotse.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postlotse.support.PublicHoster.DOMAIN;
import static org.postlotse.support.PublicHoster.HOST;
import static org.postlotse.support.PublicHoster.MAILBOX;
import static org.postlotse.support.PublicHoster.PASSWORD;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.catalogue.Protocol;
import org.postlotse.demo.ThrowAwayAuthority;
import org.postlotse.guide.FilledDrawing;
import org.postlotse.guide.FilledPart;
import org.postlotse.guide.FilledStep;
import org.postlotse.guide.Filling;
import org.postlotse.guide.Guide;
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
    @CsvSource({"de, imap, 993", "en, pop3, 995"})
    void an_old_account_is_changed_by_the_guides_own_words(
            String language, String protocol, int port, @TempDir Path dir) {
        try (var internet = SmallInternet.open();
                var hoster = PublicHoster.in(dir, authority, internet)) {
            var profile = dir.resolve("profile");
            try (var thunderbird = Thunderbird.in(profile, language, internet, authority.certificate())) {
                var oldHost = protocol + "." + DOMAIN;
                thunderbird.run("old-account", protocol, oldHost, MAILBOX, PASSWORD);
                assertThat(thunderbird.run("inbox").path(0).asText()).isEqualTo("Willkommen");
                assertThat(hoster.oldLoginsWith("method=CRAM-MD5"))
                        .containsPattern("user=<" + MAILBOX + ">, method=CRAM-MD5[^\n]* secured")
                        .doesNotContain(", TLS,");

                thunderbird.run("answers", PASSWORD, true);
                thunderbird.run("change", steps(Locale.of(language), protocol));
                assertThat(words(thunderbird.run("asked"))).hasSize(1);
            }
            try (var restarted = Thunderbird.in(profile, language, internet, authority.certificate())) {
                var account = restarted.run("account");
                assertThat(account.path("incoming").path("host").asText()).isEqualTo(HOST);
                restarted.run("answers", PASSWORD, false);
                restarted.run("inbox");
                assertThat(words(restarted.run("asked")))
                        .hasSize(1)
                        .allSatisfy(question -> assertThat(question).contains(HOST));
                assertThat(restarted.run("inbox").path(0).asText()).isEqualTo("Willkommen");
                restarted.run("send", "max@example.test", "Hallo");
                assertThat(hoster.sentWith("to=<max@example.test>")).contains("sasl_username=" + MAILBOX);
            }
            assertThat(hoster.loginsWith("Login: user=<" + MAILBOX))
                    .containsPattern(protocol + "-login: Info: Login: user=<" + MAILBOX + ">, method=PLAIN[^\n]*, TLS");
        }
    }

    private List<Map<String, Object>> steps(Locale language, String protocol) {
        var mailbox = EmailAddress.parse(MAILBOX);
        var offer = catalogue.offer(mailbox.orElseThrow()).orElseThrow();
        var fetching = Protocol.valueOf(protocol.toUpperCase(Locale.ROOT));
        var filling = new Filling(offer, fetching, mailbox, language, language, false);
        Guide guide = guides.find("thunderbird-desktop").orElseThrow();
        return IntStream.rangeClosed(1, guide.length(Route.CHANGE))
                .mapToObj(number -> guide.step(Route.CHANGE, number, filling))
                .map(ThunderbirdChangeTest::plain)
                .toList();
    }

    /** What there is to set and what there is to choose, in the order in which the drawing numbers it. */
    private static Map<String, Object> plain(FilledStep step) {
        var rows = step.values().stream()
                .map(row -> Map.of("label", row.label(), "value", row.value()))
                .toList();
        var chosen = step.drawing().map(FilledDrawing::parts).orElse(List.of()).stream()
                .flatMap(part -> part instanceof FilledPart.Choices choices ? choices.all().stream() : Stream.of())
                .filter(choice -> choice.number() > 0)
                .sorted(Comparator.comparingInt(FilledPart.Choice::number))
                .map(choice -> choice.label().plain())
                .toList();
        return Map.of("id", step.id(), "rows", rows, "chosen", chosen);
    }

    private static List<String> words(JsonNode told) {
        return IntStream.range(0, told.size())
                .mapToObj(n -> told.path(n).asText())
                .toList();
    }
}
