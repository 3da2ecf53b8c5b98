package org.postlotse.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.postlotse.document.Formats;
import org.postlotse.document.Route;
import org.postlotse.document.Route.Method;
import org.postlotse.web.RawRequest.Response;

/** What mail programs must never meet, on whatever route a format has; nobody edits this for a new one. */
@QuarkusTest
class EveryDiscoveryRouteTest {
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "BREW", "get");
    private static final List<String> HOSTS = List.of("example.test", "unknown.example", "a_b", "[::1]:80");

    @Inject
    Formats formats;

    @Test
    void never_asks_for_a_password_nor_sends_a_page_or_elsewhere() {
        routes().forEach(route -> METHODS.forEach(method -> HOSTS.forEach(host -> {
            var response =
                    send(method, route.path(), "Host: " + host, "Authorization: Basic eDp5", "Content-Length: 0");
            assertThat(response.status()).as(method + " " + route.path()).isIn(200, 204, 404, 405, 400);
            plain(response);
        })));
    }

    @Test
    void has_words_for_a_misspelt_way_too() {
        routes().filter(route -> !route.directory().equals("/.well-known")).forEach(route -> {
            for (var path : List.of(route.directory() + "/nothing.html", route.path() + "/", route.path() + "%00")) {
                var response = send("GET", path, "Host: autoconfig.example.test", "Accept: text/html");
                assertThat(response.status()).as(path).isIn(200, 400, 404);
                plain(response);
            }
        });
    }

    @Test
    void says_by_OPTIONS_how_it_is_asked() {
        routes().forEach(route -> {
            var response = send("OPTIONS", route.path(), "Host: example.test");
            assertThat(response.status()).isEqualTo(204);
            assertThat(response.header("allow")).contains("OPTIONS");
        });
    }

    @Test
    void answers_HEAD_as_GET() {
        routes().filter(route -> route.methods().contains(Method.GET)).forEach(route -> {
            var get = send("GET", route.path(), "Host: example.test");
            var head = send("HEAD", route.path(), "Host: example.test");
            assertThat(head.status()).isEqualTo(get.status());
            assertThat(head.body()).isEmpty();
            for (var header : List.of("etag", "content-type", "content-length", "cache-control", "vary"))
                assertThat(head.header(header)).as(header).isEqualTo(get.header(header));
        });
    }

    @Test
    void refuses_a_request_without_a_host_in_plain_words() {
        routes().forEach(route -> {
            var response = send("GET", route.path());
            assertThat(response.status()).isEqualTo(400);
            assertThat(response.body()).isEqualTo("This request names no host.\n");
            plain(response);
        });
    }

    private static void plain(Response response) {
        assertThat(response.header("content-type")).doesNotContain("html");
        assertThat(response.body()).doesNotContainIgnoringCase("<html", "Exception", "\tat ");
        assertThat(response.headers()).doesNotContainKeys("www-authenticate", "location", "set-cookie");
    }

    private Stream<Route> routes() {
        return formats.all().stream().flatMap(format -> format.routes().stream());
    }

    private static Response send(String method, String path, String... headers) {
        var lines = Stream.concat(Stream.of(method + " " + path + " HTTP/1.1"), Stream.of(headers))
                .toArray(String[]::new);
        return new RawRequest(RestAssured.port).send(lines); // where Quarkus listens
    }
}
