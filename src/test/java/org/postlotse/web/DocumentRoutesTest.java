package org.postlotse.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postlotse.web.RawRequest.Response;

@QuarkusTest
class DocumentRoutesTest {
    private static final String AUTOCONFIG = "/mail/config-v1.1.xml";

    static Stream<String> lookups() {
        var queries = Stream.of(
                "",
                "?emailaddress=",
                "?emailaddress=erika",
                "?emailaddress=erika%40example.test",
                "?emailaddress=erika@example.test",
                "?emailaddress=erika+news@example.test",
                "?emailaddress=EVOLUTIONUSER@example.test&emailmd5=0cc175b9c0f1b6a831c399e269772661",
                "?emailaddress=erika@unknown.example",
                "?emailaddress=%3Cscript%3Ealert(1)%3C/script%3E",
                "?emailaddress=%25",
                "?emailaddress=%00",
                "?&&=");
        return queries.flatMap(
                query -> Stream.of(AUTOCONFIG, "/.well-known/autoconfig" + AUTOCONFIG, "/v1.1" + AUTOCONFIG)
                        .map(path -> path + query));
    }

    @ParameterizedTest
    @MethodSource("lookups")
    void answer_every_look_up_with_the_domains_settings(String target) {
        var response = get(target, "autoconfig.example.test");
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body())
                .startsWith("<?xml")
                .contains("<domain>example.test</domain>", "%EMAILADDRESS%")
                .doesNotContain("erika", "script");
        assertThat(response.header("content-type")).isEqualTo("text/xml; charset=utf-8");
        assertThat(response.header("cache-control")).isEqualTo("public, max-age=3600, no-transform");
        assertThat(response.headers()).doesNotContainKeys("set-cookie", "www-authenticate", "location");
    }

    @ParameterizedTest
    @MethodSource("lookups")
    void know_nothing_of_other_hosts(String target) {
        var response = get(target.replace("example.test", "unknown.example"), "autoconfig.unknown.example");
        refused(response, 404);
        assertThat(response.body()).doesNotContain("unknown", "script");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AUTOCONFIG.EXAMPLE.TEST:443",
                "autoconfig.example.test.",
                "autoconfig.example.test.:8443",
                "autodiscover.example.test",
                "Example.Test",
                "sicher.example.test"
            })
    void read_a_host_in_every_spelling(String host) {
        assertThat(get(AUTOCONFIG, host).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "127.0.0.1:8080", "[::1]", "localhost", "a_b.example", "..", "example.test:x:y"})
    void say_404_to_hosts_that_are_none(String host) {
        assertThat(get(AUTOCONFIG, host).status()).isIn(400, 404); // 400 where HTTP itself is broken
    }

    @Test
    void answer_a_program_that_knows_no_host_header() {
        refused(raw().send("GET " + AUTOCONFIG + " HTTP/1.0"), 404);
        assertThat(raw().send("GET " + AUTOCONFIG + "?emailaddress=a@example.test HTTP/1.0")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>", "%", "a|b@example.test"})
    void never_break_on_a_query_that_is_no_part_of_a_URI(String raw) {
        var response = get(AUTOCONFIG + "?emailaddress=" + raw, "autoconfig.example.test");
        assertThat(response.status()).isIn(200, 400); // Quarkus refuses some before they come to us
        assertThat(response.body()).doesNotContain("script", "html");
    }

    @Test
    void let_the_addresss_domain_win() {
        assertThat(get(AUTOCONFIG + "?emailaddress=erika%40m%C3%BCller.example", "autoconfig.example.test")
                        .body())
                .contains("<domain>xn--mller-kva.example</domain>");
    }

    @Test
    void answer_an_umlaut_domain_in_A_labels() {
        assertThat(get(AUTOCONFIG, "autoconfig.xn--mller-kva.example").body())
                .contains("<domain>xn--mller-kva.example</domain>");
    }

    @Test
    void answer_the_absolute_form_of_a_target() {
        // Delta Chat 2.57.0 (2026-08)
        var response = raw().send(
                        "GET https://autoconfig.example.test" + AUTOCONFIG + "?emailaddress=x%40example.test HTTP/1.1",
                        "Host: autoconfig.example.test");
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).contains("<domain>example.test</domain>");
    }

    @Test
    void go_by_the_absolute_targets_host() {
        assertThat(raw().send("GET https://autoconfig.example.test" + AUTOCONFIG + " HTTP/1.1", "Host: unknown.example")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void answer_HEAD_like_GET_without_a_body() {
        for (var path : List.of(AUTOCONFIG, "/autodiscover/autodiscover.xml")) {
            var get = get(path, "example.test");
            var head = raw().send("HEAD " + path + " HTTP/1.1", "Host: example.test");
            assertThat(head.status()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            assertThat(head.header("content-length"))
                    .isEqualTo(Integer.toString(get.body().getBytes(StandardCharsets.UTF_8).length))
                    .isEqualTo(get.header("content-length"));
            assertThat(head.header("content-type")).isEqualTo(get.header("content-type"));
        }
        var unknown = raw().send("HEAD " + AUTOCONFIG + " HTTP/1.1", "Host: unknown.example");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.body()).isEmpty();
    }

    @Test
    void say_304_to_who_has_the_document() {
        var tag = get(AUTOCONFIG, "autoconfig.example.test").header("etag");
        assertThat(tag).matches("\"[0-9a-f]{24}\"");
        var again = raw().send(
                        "GET " + AUTOCONFIG + "?emailaddress=any@example.test HTTP/1.1",
                        "Host: example.test",
                        "If-None-Match: \"other\", " + tag);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.header("etag")).isEqualTo(tag);
        assertThat(again.header("vary")).isEqualToIgnoringCase("Host, Accept-Encoding");
        assertThat(raw().send("GET " + AUTOCONFIG + " HTTP/1.1", "Host: xn--mller-kva.example", "If-None-Match: " + tag)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void are_compressed_for_who_asks_for_it() {
        var plain = get(AUTOCONFIG, "example.test");
        assertThat(plain.headers()).doesNotContainKey("content-encoding");
        for (var coding : List.of("gzip", "br")) {
            var response =
                    raw().send("GET " + AUTOCONFIG + " HTTP/1.1", "Host: example.test", "Accept-Encoding: " + coding);
            assertThat(response.header("content-encoding")).isEqualTo(coding);
            assertThat(Integer.parseInt(response.header("content-length")))
                    .isLessThan(Integer.parseInt(plain.header("content-length")) * 6 / 10);
            assertThat(response.header("etag")).isNotEqualTo(plain.header("etag"));
        }
    }

    @Test
    void are_the_same_whether_the_mailbox_exists_or_not() {
        var one = get(AUTOCONFIG + "?emailaddress=erika%40example.test", "autoconfig.example.test");
        var other = get(AUTOCONFIG + "?emailaddress=nobody-has-this%40example.test", "autoconfig.example.test");
        assertThat(other.body()).isEqualTo(one.body());
        assertThat(other.headers()).isEqualTo(one.headers());
    }

    @Test
    void are_no_strangers_to_direct() {
        var response = raw().send(
                        "GET " + AUTOCONFIG + " HTTP/1.1",
                        "Host: unknown.example",
                        "X-Forwarded-Host: autoconfig.example.test",
                        "Forwarded: for=192.0.2.1;host=autoconfig.example.test");
        refused(response, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PROPFIND"})
    void are_only_read(String method) {
        var response = raw().send(
                        method + " " + AUTOCONFIG + " HTTP/1.1", "Host: autoconfig.example.test", "Content-Length: 0");
        refused(response, 405);
        assertThat(response.header("allow")).isEqualTo("GET, HEAD, OPTIONS");
    }

    private static void refused(Response response, int status) {
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.header("content-type")).isEqualTo("text/plain; charset=utf-8");
        assertThat(response.body()).doesNotContain("<").hasSizeBetween(1, 80);
    }

    private static Response get(String target, String host) {
        return raw().send("GET " + target + " HTTP/1.1", "Host: " + host);
    }

    private static RawRequest raw() {
        return new RawRequest(RestAssured.port); // where Quarkus listens
    }
}
