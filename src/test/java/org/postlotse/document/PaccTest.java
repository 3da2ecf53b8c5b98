package org.postlotse.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postlotse.catalogue.ConnectionSecurity.STARTTLS;
import static org.postlotse.catalogue.ConnectionSecurity.TLS;
import static org.postlotse.catalogue.ExampleHoster.server;
import static org.postlotse.catalogue.Protocol.IMAP;
import static org.postlotse.catalogue.Protocol.POP3;
import static org.postlotse.catalogue.Protocol.SMTP;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.catalogue.ExampleHoster;
import org.postlotse.catalogue.LoginName;
import org.postlotse.support.Golden;
import org.postlotse.support.Programs;

class PaccTest {
    private static final String HOST = "ua-auto-config.example.test";

    private final ExampleHoster usual = ExampleHoster.usual();
    private final ExampleHoster modern = usual.with(
            server(POP3, "pop.example.test", 995, TLS),
            server(IMAP, "imap.example.test", 993, TLS),
            server(SMTP, "smtp.example.test", 587, STARTTLS),
            server(SMTP, "smtp.example.test", 465, TLS));

    @Test
    void tells_a_domains_servers_in_one_line() {
        Golden.matches("document/pacc.json", asked(modern, ""));
    }

    @Test
    void is_the_same_for_everybody() { // else there would be no one digest of it
        assertThat(asked(modern, "emailaddress=erika@m%C3%BCller.example")).isEqualTo(asked(modern, ""));
        assertThat(asked(modern.except("erika@example.test", server(IMAP, "imap2.example.test", 993, TLS)), ""))
                .isEqualTo(asked(modern, ""));
        var shouted = format(modern).answer(TestDocument.get("UA-Auto-Config.Example.TEST.:443", ""));
        assertThat(TestDocument.bytes(shouted)).isEqualTo(asked(modern, ""));
    }

    @Test
    void names_the_sending_server_in_the_words_of_both_drafts() throws IOException {
        var protocols = new JsonMapper().readTree(asked(modern, "")).get("protocols");
        assertThat(protocols.get("submit")).isEqualTo(protocols.get("smtp"));
        assertThat(protocols.get("submit").get("host").textValue()).isEqualTo("smtp.example.test");
    }

    @Test
    void writes_names_as_they_are() throws JsonProcessingException, IOException {
        var nasty = modern.named("1 Müller & <Söhne> \"Mail\" \\ 漢", "\u2028");
        var provider = new JsonMapper().readTree(asked(nasty, "")).at("/info/provider");
        assertThat(provider.get("name").textValue()).isEqualTo("1 Müller & <Söhne> \"Mail\" \\ 漢");
        assertThat(provider.get("shortName").textValue()).isEqualTo("\u2028");
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.test", "autoconfig.example.test", "ua-auto-config.unknown.example", ""})
    void stands_at_its_own_host_only(String host) {
        assertThat(format(modern).answer(TestDocument.get(host, ""))).isEqualTo(new NotServed());
    }

    @Test
    void says_nothing_rather_than_something_that_would_not_work() {
        var get = TestDocument.get(HOST, "");
        assertThat(format(usual).answer(get))
                .isEqualTo(new Unfit("PACC knows no way to send but TLS from the start on port 465."));
        assertThat(format(modern.with(LoginName.LOCALPART)).answer(get)).isInstanceOf(Unfit.class);
        var odd = usual.with(server(IMAP, "imap.example.test", 1993, TLS), server(SMTP, "smtp.example.test", 465, TLS));
        assertThat(format(odd).answer(get)).isInstanceOf(Unfit.class);
    }

    @Test
    void writes_at_the_terminal_what_it_answers() {
        var erika = EmailAddress.parse("erika@example.test").orElseThrow();
        var offer = modern.catalogue().offer(erika).orElseThrow();
        assertThat(TestDocument.bytes(format(modern).write(Mailbox.of(erika, offer, Locale.GERMAN))))
                .isEqualTo(asked(modern, ""));
    }

    @Test
    void has_the_digest_that_openssl_finds(@TempDir Path directory) {
        var served = asked(modern, "");
        var file = Signing.written(directory.resolve("served.json"), served);
        var digest = Programs.run("sh", "-c", "openssl dgst -sha256 -binary " + file + " | openssl base64 -A");
        assertThat(digest.status()).as(digest.output()).isZero();
        assertThat(PaccRecord.value(served)).isEqualTo("v=UAAC1; a=sha256; d=" + digest.output());
    }

    private static byte[] asked(ExampleHoster hoster, String query) {
        return TestDocument.bytes(format(hoster).answer(TestDocument.get(HOST, query)));
    }

    private static Pacc format(ExampleHoster hoster) {
        var catalogue = hoster.catalogue();
        return new Pacc(new Served(() -> catalogue));
    }
}
