package org.postlotse.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postlotse.support.PublicHoster.DOMAIN;
import static org.postlotse.support.PublicHoster.HOST;
import static org.postlotse.support.PublicHoster.MAILBOX;
import static org.postlotse.support.PublicHoster.PASSWORD;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.postlotse.demo.ThrowAwayAuthority;
import org.postlotse.demo.ThrowAwayAuthority.Wanted;
import org.postlotse.support.DeltaChat;
import org.postlotse.support.Needs;
import org.postlotse.support.PublicHoster;
import org.postlotse.support.RealPart;
import org.postlotse.support.SmallInternet;

/** From an address and a password to configured: the real core of Delta Chat finds its servers in our documents. */
@Needs({RealPart.DOVECOT, RealPart.POSTFIX, RealPart.DELTA_CHAT, RealPart.SQLITE})
@QuarkusTest
@TestProfile(PublicOffer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeltaChatTest {
    private static final String FOUND = "imap:[" + HOST + ":993:tls] smtp:[" + HOST + ":465:tls]";

    @TestHTTPResource("/")
    URI product;

    private final ThrowAwayAuthority authority = ThrowAwayAuthority.root("Postlotse test authority");

    @AutoClose
    private final SmallInternet internet = SmallInternet.open();

    @AutoClose
    private PublicHoster hoster;

    @BeforeAll
    void open(@TempDir Path directory) {
        hoster = PublicHoster.in(directory, authority, internet);
    }

    @BeforeEach
    void nobody_answers_yet() {
        internet.withoutWeb();
    }

    @Test
    void address_and_password_are_enough(@TempDir Path directory) {
        try (var core = trusting("autoconfig." + DOMAIN, directory)) {
            configure(core);

            assertThat(core.call("get_info").path("used_transport_settings").asText())
                    .contains(FOUND);
            assertThat(internet.requests())
                    .containsExactly(
                            "GET https://autoconfig.beispiel.test/mail/config-v1.1.xml?emailaddress=erika%40beispiel.test");
            // RFC 9112 §3.2.2: core 2.57.0 (2026-11) sends all of the address, as to a proxy
            assertThat(internet.targets())
                    .containsExactly(
                            "https://autoconfig.beispiel.test/mail/config-v1.1.xml?emailaddress=erika%40beispiel.test");
            assertThat(hoster.loginsWith("Login: user=<" + MAILBOX))
                    .containsPattern("imap-login: Info: Login: user=<" + MAILBOX + ">, method=PLAIN[^\n]*, TLS");

            send(core);
            assertThat(hoster.sentWith("to=<max@example.test>"))
                    .contains("sasl_method=PLAIN, sasl_username=" + MAILBOX, "to=<max@example.test>");
        }
    }

    @Test
    void the_well_known_place_is_enough(@TempDir Path directory) {
        try (var core = trusting(DOMAIN, directory)) {
            configure(core);

            assertThat(core.call("get_info").path("used_transport_settings").asText())
                    .contains(FOUND);
            assertThat(internet.requests())
                    .containsExactly("GET https://beispiel.test/.well-known/autoconfig/mail/config-v1.1.xml");
        }
    }

    /**
     * It asks by GET and without an address: whoever wants a POST loses it. Of the answer it believes only that there is
     * encryption, and tries both kinds at the port.
     */
    @Test
    void autodiscover_is_enough(@TempDir Path directory) {
        try (var core = trusting("autodiscover." + DOMAIN, directory)) {
            configure(core);

            assertThat(core.call("get_info").path("used_transport_settings").asText())
                    .contains("imap:[%1$s:993:tls, %1$s:993:starttls] smtp:[%1$s:465:tls, %1$s:465:starttls]"
                            .formatted(HOST));
            assertThat(internet.requests())
                    .containsExactly("GET https://autodiscover.beispiel.test/autodiscover/autodiscover.xml");
        }
    }

    private DeltaChat trusting(String host, Path directory) {
        var certificate = authority.issue(Wanted.server(host));
        internet.https(host, certificate, product.getPort());
        return DeltaChat.in(directory, internet)
                .knowing(host, certificate.leaf())
                .knowing(HOST, hoster.certificate());
    }

    private static void configure(DeltaChat core) {
        core.call("add_or_update_transport", Map.of("addr", MAILBOX, "password", PASSWORD));
    }

    private static void send(DeltaChat core) {
        core.call("batch_set_config", Map.of("force_encryption", "0")); // Max has no key
        core.call("start_io");
        var max = core.call("create_contact", "max@example.test", "Max").asInt();
        var chat = core.call("create_chat_by_contact_id", max).asInt();
        core.call("misc_send_text_message", chat, "Hallo");
    }
}
