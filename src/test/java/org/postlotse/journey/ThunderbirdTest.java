package org.postlotse.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postlotse.support.PublicHoster.DOMAIN;
import static org.postlotse.support.PublicHoster.HOST;
import static org.postlotse.support.PublicHoster.MAILBOX;
import static org.postlotse.support.PublicHoster.PASSWORD;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.demo.Issued;
import org.postlotse.demo.ThrowAwayAuthority;
import org.postlotse.demo.ThrowAwayAuthority.Wanted;
import org.postlotse.guide.Guides;
import org.postlotse.guide.Route;
import org.postlotse.support.Needs;
import org.postlotse.support.PublicHoster;
import org.postlotse.support.RealPart;
import org.postlotse.support.SmallInternet;
import org.postlotse.support.Stranger;
import org.postlotse.support.Thunderbird;

/** From an address and a password to a mail sent: the real Thunderbird finds everything in our documents. */
@Needs({RealPart.DOVECOT, RealPart.POSTFIX, RealPart.THUNDERBIRD})
@QuarkusTest
@TestProfile(PublicOffer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ThunderbirdTest {
    private static final String AUTOCONFIG = "autoconfig." + DOMAIN;
    private static final String AUTODISCOVER = "autodiscover." + DOMAIN;

    @TestHTTPResource("/")
    URI product;

    @Inject
    Guides guides;

    @Inject
    Catalogue catalogue;

    private final ThrowAwayAuthority authority = ThrowAwayAuthority.root("Postlotse test authority");

    @AutoClose
    private final SmallInternet internet = SmallInternet.open();

    @AutoClose
    private PublicHoster hoster;

    @AutoClose
    private Thunderbird thunderbird;

    @BeforeAll
    void open(@TempDir Path directory) {
        hoster = PublicHoster.in(directory, authority, internet);
        thunderbird = Thunderbird.in(directory.resolve("profile"), "de", internet, authority.certificate());
    }

    @BeforeEach
    void nobody_answers_yet() {
        internet.withoutWeb();
        thunderbird.run("forget");
        thunderbird.run("mail-exchanger", "");
    }

    @ParameterizedTest
    @CsvSource({
        "imap, 993, 465, SSL, SSL/TLS, " + MAILBOX,
        "pop3, 995, 465, SSL, SSL/TLS, " + MAILBOX,
        "imap, 143, 587, alwaysSTARTTLS, STARTTLS, " + PublicHoster.STARTTLS_MAILBOX
    })
    void its_own_dialogue_sets_up_an_account_that_receives_and_sends(
            String protocol, int incoming, int outgoing, String security, String words, String mailbox) {
        var guide = GuideWords.of(guides, catalogue, Route.ADD, mailbox, protocol, Locale.GERMAN);
        internet.https(AUTOCONFIG, valid(AUTOCONFIG), product.getPort());

        var shown = thunderbird.run("set-up", "Erika Mustermann", mailbox, PASSWORD, protocol, guide);

        assertThat(shown.path("incomingHost").asText()).isEqualTo(HOST);
        assertThat(shown.path("incomingPort").asInt()).isEqualTo(incoming);
        assertThat(shown.path("outgoingPort").asInt()).isEqualTo(outgoing);
        assertThat(shown.path("sharedSocketType").asText()).isEqualTo(words);
        assertThat(shown.path("sharedUsername").asText()).isEqualTo(mailbox);
        var account = thunderbird.run("account");
        assertThat(words(account.path("incoming"))).isEqualTo(server(protocol, incoming, security, mailbox));
        assertThat(words(account.path("outgoing"))).isEqualTo(server("smtp", outgoing, security, mailbox));
        assertThat(thunderbird.run("inbox").path(0).asText()).isEqualTo("Willkommen");
        var login = protocol + "-login: Info: Login: user=<" + mailbox + ">, method=PLAIN";
        assertThat(hoster.loginsWith(login)).containsPattern(login + "[^\n]*, TLS");

        thunderbird.run("send", "max@example.test", "Hallo " + protocol);
        assertThat(hoster.sentWith("to=<max@example.test>"))
                .contains("sasl_method=PLAIN, sasl_username=" + mailbox, "to=<max@example.test>");
    }

    @Test
    void the_settings_come_from_our_autoconfig_and_from_nowhere_else() {
        internet.https(AUTOCONFIG, valid(AUTOCONFIG), product.getPort())
                .https(AUTODISCOVER, valid(AUTODISCOVER), product.getPort());

        var found = discovered(MAILBOX);

        assertThat(source(found)).isEqualTo("xml-from-isp-https");
        assertThat(internet.requests())
                .contains(
                        "GET https://autoconfig.beispiel.test/mail/config-v1.1.xml?emailaddress=erika%40beispiel.test");
        assertThat(found.path("incoming")).hasSize(2);
        assertThat(words(found.path("incoming").path(0))).isEqualTo(server("imap", 993));
        assertThat(words(found.path("incoming").path(1))).isEqualTo(server("pop3", 995));
        assertThat(words(found.path("outgoing").path(0))).isEqualTo(server("smtp", 465));
        assertThat(found.path("name").asText()).isEqualTo("Beispiel-Hoster");
    }

    @Test
    void the_well_known_place_is_enough() {
        internet.https(DOMAIN, valid(DOMAIN), product.getPort());

        assertThat(source(discovered(MAILBOX))).isEqualTo("xml-from-isp-https");
    }

    @Test
    void http_alone_is_enough() {
        internet.http(AUTOCONFIG, product.getPort());

        var found = discovered(MAILBOX);

        assertThat(source(found)).isEqualTo("xml-from-isp-http");
        assertThat(words(found.path("incoming").path(0))).isEqualTo(server("imap", 993));
    }

    /** Thunderbird says nothing about it: the certificate of a name for discovery is worth a watch. */
    @Test
    void an_expired_certificate_makes_it_take_the_http_answer_in_silence() {
        var yesterday = Instant.now().minus(Duration.ofDays(1));
        var expired = authority.issue(Wanted.server(AUTOCONFIG).valid(yesterday.minus(Duration.ofDays(20)), yesterday));
        internet.https(AUTOCONFIG, expired, product.getPort());
        assertThat(source(discovered(MAILBOX))).isEqualTo("nothing");

        internet.http(AUTOCONFIG, product.getPort());
        assertThat(source(discovered(MAILBOX))).isEqualTo("xml-from-isp-http");
    }

    @Test
    void autodiscover_serves_where_autoconfig_is_not_found() {
        try (var stranger = Stranger.answering(404)) {
            internet.https(AUTOCONFIG, valid(AUTOCONFIG), stranger.port())
                    .https(AUTODISCOVER, valid(AUTODISCOVER), product.getPort());

            var found = discovered(MAILBOX);

            assertThat(source(found)).startsWith("exchange-from-url");
            assertThat(words(found.path("incoming").path(0))).isEqualTo(server("imap", 993));
            assertThat(words(found.path("outgoing").path(0))).isEqualTo(server("smtp", 465));
            assertThat(internet.requests())
                    .contains("POST https://autodiscover.beispiel.test/autodiscover/autodiscover.xml");
        }
    }

    /** Thunderbird 149 (2026-01) threw our answer away for it; 153.7 does not. */
    @Test
    void a_strangers_401_on_autodiscover_does_not_lose_our_autoconfig() {
        try (var stranger = Stranger.answering(401)) {
            internet.https(AUTOCONFIG, valid(AUTOCONFIG), product.getPort())
                    .https(DOMAIN, valid(DOMAIN), stranger.port())
                    .https(AUTODISCOVER, valid(AUTODISCOVER), product.getPort());

            assertThat(source(discovered(MAILBOX))).isEqualTo("xml-from-isp-https");
            assertThat(internet.requests()).contains("POST https://beispiel.test/autodiscover/autodiscover.xml");
        }
    }

    @Test
    void a_customers_own_domain_is_found_by_its_mail_exchanger() {
        internet.https(AUTOCONFIG, valid(AUTOCONFIG), product.getPort());
        thunderbird.run("mail-exchanger", "mx1." + DOMAIN);

        var found = discovered("erika@eigene-domain.test");

        assertThat(source(found)).isEqualTo("xml-from-isp-https");
        assertThat(found.path("incoming").path(0).path("user").asText()).isEqualTo("erika@eigene-domain.test");
        assertThat(found.path("incoming").path(0).path("host").asText()).isEqualTo(HOST);
    }

    private JsonNode discovered(String address) {
        return thunderbird.run("discover", address);
    }

    private static String source(JsonNode found) {
        return found.path("source").asText();
    }

    private Issued valid(String host) {
        return authority.issue(Wanted.server(host));
    }

    private static String server(String type, int port) {
        return server(type, port, "SSL", MAILBOX);
    }

    private static String server(String type, int port, String security, String mailbox) {
        return type + " " + HOST + ":" + port + " " + security + " passwordCleartext " + mailbox;
    }

    private static String words(JsonNode server) {
        return "%s %s:%s %s %s %s"
                .formatted(
                        server.path("type").asText(),
                        server.path("host").asText(),
                        server.path("port").asText(),
                        server.path("security").asText(),
                        server.path("login").asText(),
                        server.path("user").asText());
    }
}
