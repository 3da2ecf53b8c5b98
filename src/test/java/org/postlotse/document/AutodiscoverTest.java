package org.postlotse.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.postlotse.catalogue.ConnectionSecurity.STARTTLS;
import static org.postlotse.catalogue.ConnectionSecurity.TLS;
import static org.postlotse.catalogue.ExampleHoster.server;
import static org.postlotse.catalogue.Protocol.IMAP;
import static org.postlotse.catalogue.Protocol.SMTP;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postlotse.catalogue.ExampleHoster;
import org.postlotse.catalogue.LoginName;
import org.postlotse.support.Golden;

class AutodiscoverTest {
    private static final String HOST = "autodiscover.example.test";

    private final ExampleHoster usual = ExampleHoster.usual();

    @Test
    void answers_a_post_with_the_login_name_filled_in() {
        Golden.matches("document/autodiscover-post.xml", posted(usual, HOST, request("erika@example.test")));
    }

    @Test
    void answers_a_get_without_any_login_name() {
        Golden.matches("document/autodiscover-get.xml", got(usual, ""));
    }

    @Test
    void says_600_to_what_is_no_request() {
        Golden.matches("document/autodiscover-600.xml", posted(usual, HOST, "<Autodiscover>"));
    }

    @Test
    void says_601_to_ActiveSync() {
        var mobile = request("erika@example.test").replace("/outlook/", "/mobilesync/");
        Golden.matches("document/autodiscover-601.xml", posted(usual, HOST, mobile));
    }

    @Test
    void answers_a_get_that_names_an_address_like_a_post() {
        assertThat(got(usual, "Email=erika%40example.test"))
                .isEqualTo(posted(usual, HOST, request("erika@example.test")));
        assertThat(got(usual, "emailaddress=erika%40example.test")).isEqualTo(got(usual, "Email=erika@example.test"));
    }

    /** MS-OXDSCLI §3.1.5.3: from http Outlook takes a redirect and nothing else. */
    @Test
    void says_by_http_only_where_it_answers_by_https() {
        var home = new Moved(URI.create("https://sicher.example.test/autodiscover/autodiscover.xml"));
        assertThat(format(usual).answer(TestDocument.get(HOST, "").byHttp())).isEqualTo(home);
        assertThat(format(usual)
                        .answer(TestDocument.get(HOST, "Email=erika%40m%C3%BCller.example")
                                .byHttp()))
                .isEqualTo(home);
        assertThat(format(usual)
                        .answer(TestDocument.post(HOST, request("erika@example.test"))
                                .byHttp()))
                .isEqualTo(home);
        assertThat(format(usual)
                        .answer(TestDocument.get("autodiscover.unknown.example", "")
                                .byHttp()))
                .isEqualTo(new NotServed());
    }

    /** A proxy that calls everything http would send programs round in a circle. */
    @Test
    void sends_nobody_back_to_where_he_comes_from() {
        assertThat(format(usual)
                        .answer(TestDocument.get("sicher.example.test:80", "").byHttp()))
                .isInstanceOf(Document.class);
    }

    /** What lies ready for https is not sent by http. */
    @Test
    void keeps_no_answer_for_both() {
        var autodiscover = format(usual);
        assertThat(autodiscover.group(TestDocument.get(HOST, ""))).isPresent();
        assertThat(autodiscover.group(TestDocument.get(HOST, "").byHttp())).isEmpty();
    }

    @Test
    void fills_in_the_local_part_where_that_is_the_login_name() {
        var document = posted(usual.with(LoginName.LOCALPART), HOST, request("erika@example.test"));
        assertThat(TestDocument.texts(TestDocument.root(document), "LoginName"))
                .hasSize(3)
                .containsOnly("erika");
    }

    @Test
    void writes_an_umlaut_domain_in_A_labels() {
        var document = posted(usual, "autodiscover.xn--mller-kva.example", request("erika@müller.example"));
        assertThat(TestDocument.texts(TestDocument.root(document), "LoginName"))
                .containsOnly("erika@xn--mller-kva.example");
    }

    @Test
    void escapes_an_address_that_looks_like_markup() {
        var document = posted(usual, HOST, request("r&amp;d'`{x}@example.test"));
        assertThat(new String(document, StandardCharsets.UTF_8))
                .contains("<LoginName>r&amp;d'`{x}@example.test</LoginName>");
    }

    @Test
    void says_back_nothing_of_a_request_for_somebody_elses_domain() {
        var document = posted(usual, HOST, request("erika@unknown.example"));
        assertThat(document).isEqualTo(got(usual, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown.example", "www.example.test"})
    void serves_nobody_elses_domain(String host) {
        assertThat(format(usual).answer(TestDocument.get(host, ""))).isEqualTo(new NotServed());
        assertThat(format(usual).answer(TestDocument.post(host, request("erika@unknown.example"))))
                .isEqualTo(new NotServed());
    }

    @Test
    void writes_one_server_of_each_kind_and_always_encrypted() {
        var many = usual.with(
                server(SMTP, "smtp.example.test", 465, TLS),
                server(SMTP, "smtp.example.test", 587, STARTTLS),
                server(IMAP, "imap.example.test", 993, TLS),
                server(IMAP, "imap.example.test", 143, STARTTLS));
        var root = TestDocument.root(posted(many, HOST, request("erika@example.test")));
        assertThat(TestDocument.texts(root, "Type")).containsExactly("IMAP", "SMTP");
        assertThat(TestDocument.texts(root, "Port")).containsExactly("993", "465");
        assertThat(TestDocument.texts(root, "SSL")).hasSize(2).containsOnly("on");
        assertThat(TestDocument.texts(root, "SPA")).hasSize(2).containsOnly("off");
    }

    @Test
    void prefers_a_server_that_programs_do_not_misread() {
        var unusual = server(SMTP, "smtp.example.test", 2525, STARTTLS);
        var imap = server(IMAP, "imap.example.test", 993, TLS);
        var both = usual.with(imap, unusual, server(SMTP, "smtp.example.test", 465, TLS));
        assertThat(TestDocument.texts(TestDocument.root(got(both, "")), "Port")).containsExactly("993", "465");
        assertThat(TestDocument.texts(TestDocument.root(got(usual.with(imap, unusual), "")), "Port"))
                .containsExactly("993", "2525");
    }

    @Test
    void names_its_media_type() {
        assertThat(format(usual).answer(TestDocument.get(HOST, "")))
                .asInstanceOf(type(Document.class))
                .returns("text/xml; charset=utf-8", Document::contentType)
                .returns("autodiscover.xml", Document::fileName);
    }

    private static String request(String address) {
        return """
                <?xml version="1.0" encoding="utf-8"?>
                <Autodiscover xmlns="http://schemas.microsoft.com/exchange/autodiscover/outlook/requestschema/2006">
                  <Request>
                    <EMailAddress>%s</EMailAddress>
                    <AcceptableResponseSchema>http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a</AcceptableResponseSchema>
                  </Request>
                </Autodiscover>
                """.formatted(address);
    }

    private static byte[] got(ExampleHoster hoster, String query) {
        return TestDocument.bytes(format(hoster).answer(TestDocument.get(HOST, query)));
    }

    private static byte[] posted(ExampleHoster hoster, String host, String body) {
        return TestDocument.bytes(format(hoster).answer(TestDocument.post(host, body)));
    }

    private static Autodiscover format(ExampleHoster hoster) {
        var catalogue = hoster.catalogue();
        var clock = Clock.fixed(Instant.parse("2024-08-01T10:00:00.1234567Z"), ZoneOffset.UTC);
        return new Autodiscover(new Served(() -> catalogue), clock);
    }
}
