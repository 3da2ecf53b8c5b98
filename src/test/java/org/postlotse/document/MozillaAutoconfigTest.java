package org.postlotse.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.postlotse.catalogue.ConnectionSecurity.STARTTLS;
import static org.postlotse.catalogue.ConnectionSecurity.TLS;
import static org.postlotse.catalogue.ExampleHoster.server;
import static org.postlotse.catalogue.Protocol.IMAP;
import static org.postlotse.catalogue.Protocol.SMTP;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.catalogue.ExampleHoster;
import org.postlotse.catalogue.LoginName;
import org.postlotse.document.Route.Method;
import org.postlotse.support.Golden;

class MozillaAutoconfigTest {
    private final ExampleHoster usual = ExampleHoster.usual();

    @Test
    void writes_the_address_as_login_name() {
        Golden.matches("document/autoconfig-address.xml", asked(usual, "autoconfig.example.test", ""));
    }

    @Test
    void writes_the_local_part_as_login_name() {
        Golden.matches(
                "document/autoconfig-localpart.xml",
                asked(usual.with(LoginName.LOCALPART), "autoconfig.example.test", ""));
    }

    @Test
    void writes_an_umlaut_domain_in_A_labels() {
        Golden.matches(
                "document/autoconfig-idn.xml",
                asked(usual, "autoconfig.xn--mller-kva.example", "emailaddress=erika%40m%C3%BCller.example"));
    }

    @Test
    void writes_names_as_they_are() {
        var nasty = usual.named("1 Müller & <Söhne> \"Mail\" 'n' 漢", "<&\"'ü漢>");
        Golden.matches("document/autoconfig-names.xml", asked(nasty, "autoconfig.example.test", ""));
    }

    @Test
    void writes_two_ways_to_send_only_where_two_are_configured() {
        var two = usual.with(
                server(SMTP, "smtp.example.test", 465, TLS),
                server(IMAP, "imap.example.test", 993, TLS),
                server(SMTP, "smtp.example.test", 587, STARTTLS));
        Golden.matches("document/autoconfig-two-smtp.xml", asked(two, "autoconfig.example.test", ""));
    }

    @Test
    void answers_the_same_whoever_asks() {
        var anonymous = asked(usual, "autoconfig.example.test", "");
        for (var query : List.of(
                "emailaddress=",
                "emailaddress=erika%40example.test",
                "emailaddress=nobody@example.test",
                "emailaddress=a+b@example.test",
                "emailaddress=EVOLUTIONUSER@example.test&emailmd5=x",
                "emailaddress=erika@unknown.example",
                "emailaddress=<script>"))
            assertThat(asked(usual, "autoconfig.example.test", query)).as(query).isEqualTo(anonymous);
    }

    @Test
    void keeps_to_the_rules_that_every_reader_needs() {
        var root = TestDocument.root(asked(usual, "autoconfig.example.test", ""));
        assertThat(root.getAttribute("version")).isEqualTo("1.1");
        assertThat(TestDocument.all(root).stream()
                        .filter(element -> !Set.of(
                                        "clientConfig",
                                        "emailProvider",
                                        "incomingServer",
                                        "outgoingServer",
                                        "documentation",
                                        "descr",
                                        "loginPage")
                                .contains(element.getTagName())))
                .as("no attribute on an element that carries a setting")
                .allMatch(element -> element.getAttributes().getLength() == 0);
        assertThat(TestDocument.named(root, "incomingServer"))
                .extracting(server -> server.getAttribute("type"))
                .containsExactly("imap", "pop3");
        assertThat(TestDocument.texts(root, "username")).hasSize(3).containsOnly("%EMAILADDRESS%");
        assertThat(TestDocument.texts(root, "socketType")).containsExactly("SSL", "SSL", "STARTTLS");
        assertThat(TestDocument.texts(root, "authentication")).containsOnly("password-cleartext");
        assertThat(TestDocument.texts(root, "hostname")).allMatch(host -> host.matches("[a-z0-9.-]+"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown.example", "autoconfig.unknown.example", "www.example.test"})
    void serves_nobody_elses_domain(String host) {
        assertThat(format(usual).answer(TestDocument.get(host, "emailaddress=erika@unknown.example")))
                .isEqualTo(new NotServed());
    }

    @Test
    void names_its_media_type() {
        assertThat(format(usual).answer(TestDocument.get("example.test", "")))
                .asInstanceOf(type(Document.class))
                .returns("text/xml; charset=utf-8", Document::contentType)
                .returns("config-v1.1.xml", Document::fileName);
    }

    @Test
    void writes_at_the_terminal_what_it_answers() {
        var erika = EmailAddress.parse("erika@example.test").orElseThrow();
        var offer = usual.catalogue().offer(erika).orElseThrow();
        assertThat(format(usual).write(Mailbox.of(erika, offer, Locale.GERMAN)).bytes())
                .isEqualTo(asked(usual, "example.test", ""));
    }

    @Test
    void is_only_read() {
        assertThat(format(usual).routes()).allMatch(route -> route.methods().equals(Set.of(Method.GET)));
    }

    private static MozillaAutoconfig format(ExampleHoster hoster) {
        var catalogue = hoster.catalogue();
        return new MozillaAutoconfig(new Served(() -> catalogue));
    }

    private static byte[] asked(ExampleHoster hoster, String host, String query) {
        return TestDocument.bytes(format(hoster).answer(TestDocument.get(host, query)));
    }
}
