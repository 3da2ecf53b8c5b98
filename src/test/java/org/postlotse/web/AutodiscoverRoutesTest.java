package org.postlotse.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postlotse.web.RawRequest.Response;

@QuarkusTest
class AutodiscoverRoutesTest {
    private static final String AUTODISCOVER = "/autodiscover/autodiscover.xml";
    private static final String REQUEST = """
            <Autodiscover xmlns="http://schemas.microsoft.com/exchange/autodiscover/outlook/requestschema/2006">
              <Request>
                <EMailAddress>erika@example.test</EMailAddress>
                <AcceptableResponseSchema>http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a</AcceptableResponseSchema>
              </Request>
            </Autodiscover>
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                AUTODISCOVER,
                "/Autodiscover/Autodiscover.xml",
                "/AutoDiscover/AutoDiscover.xml",
                "/autodiscover/Autodiscover.xml",
                "/AUTODISCOVER/AUTODISCOVER.XML"
            })
    void take_Autodiscover_in_every_spelling(String path) {
        var posted = post(path, REQUEST, "text/xml; charset=utf-8");
        assertThat(posted.status()).isEqualTo(200);
        assertThat(posted.body()).contains("<LoginName>erika@example.test</LoginName>");
        assertThat(posted.header("content-type")).isEqualTo("text/xml; charset=utf-8");
        assertThat(posted.header("cache-control")).isEqualTo("no-store");
        var got = get(path);
        assertThat(got.status()).isEqualTo(200);
        assertThat(got.body()).contains("<Type>IMAP</Type>").doesNotContain("LoginName", "<User>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/x-www-form-urlencoded", "application/json", "text/plain", "multipart/form-data", ""
            })
    void read_a_request_of_any_media_type(String contentType) {
        assertThat(post(AUTODISCOVER, REQUEST, contentType).body()).contains("<Type>IMAP</Type>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<Autodiscover>",
                "{}",
                "<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><a><EMailAddress>&b;</EMailAddress></a>",
                "<a><EMailAddress>erika</EMailAddress></a>"
            })
    void say_600_to_what_is_no_request(String body) {
        var response = post(AUTODISCOVER, body, "text/xml");
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).contains("<ErrorCode>600</ErrorCode>").doesNotContain("erika");
    }

    @Test
    void say_601_to_ActiveSync() {
        assertThat(post(AUTODISCOVER, REQUEST.replace("/outlook/", "/mobilesync/"), "text/xml")
                        .body())
                .contains("<ErrorCode>601</ErrorCode>");
    }

    /** In one chunk: of a length that is told beforehand, Quarkus itself may say 413. */
    @ParameterizedTest
    @ValueSource(ints = {64 * 1024 + 1, 1_000_000})
    void say_600_to_a_large_body(int size) {
        var chunk = Integer.toHexString(size) + "\r\n" + " ".repeat(size) + "\r\n0\r\n\r\n";
        var response = raw().send(
                        chunk.getBytes(StandardCharsets.US_ASCII),
                        "POST " + AUTODISCOVER + " HTTP/1.1",
                        "Host: autodiscover.example.test",
                        "Transfer-Encoding: chunked");
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).contains("<ErrorCode>600</ErrorCode>");
    }

    @Test
    void tell_a_program_that_asks_beforehand_to_go_on() {
        var body = REQUEST.getBytes(StandardCharsets.UTF_8);
        var response = raw().send(
                        body,
                        "POST " + AUTODISCOVER + " HTTP/1.1",
                        "Host: autodiscover.example.test",
                        "Expect: 100-continue",
                        "Content-Length: " + body.length);
        assertThat(response.status()).isEqualTo(100);
        assertThat(response.body()).startsWith("HTTP/1.1 200").contains("<Type>IMAP</Type>");
    }

    @Test
    void say_404_to_a_post_for_other_hosts() {
        var body = REQUEST.replace("example.test", "unknown.example").getBytes(StandardCharsets.UTF_8);
        assertThat(raw().send(
                                body,
                                "POST " + AUTODISCOVER + " HTTP/1.1",
                                "Host: autodiscover.unknown.example",
                                "Content-Length: " + body.length)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void never_ask_for_a_password() {
        var response = raw().send(
                        "GET " + AUTODISCOVER + " HTTP/1.1",
                        "Host: autodiscover.example.test",
                        "Authorization: Basic ZXJpa2E6c2VjcmV0");
        assertThat(response.status()).isEqualTo(200);
    }

    private static Response get(String path) {
        return raw().send("GET " + path + " HTTP/1.1", "Host: autodiscover.example.test");
    }

    private static Response post(String path, String body, String contentType) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return raw().send(
                        bytes,
                        "POST " + path + " HTTP/1.1",
                        "Host: autodiscover.example.test",
                        "Content-Type: " + contentType,
                        "Content-Length: " + bytes.length);
    }

    private static RawRequest raw() {
        return new RawRequest(RestAssured.port); // where Quarkus listens
    }
}
