package org.postlotse.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postlotse.web.RawRequest.Response;

@QuarkusTest
class AutodiscoverV2RoutesTest {
    private static final String V2 = "/autodiscover/autodiscover.json";

    @ParameterizedTest
    @ValueSource(
            strings = {
                V2 + "?Email=erika@example.test&Protocol=Autodiscoverv1&RedirectCount=1", // Outlook 2016
                "/Autodiscover/Autodiscover.json?Protocol=AutodiscoverV1",
                V2 + "/v1.0/erika@example.test?Protocol=AutodiscoverV1",
                V2 + "/v1.0/erika%40example.test?Protocol=AutodiscoverV1",
                "/AutoDiscover/AutoDiscover.JSON/V1.0/erika%2Bnews%40example.test?Protocol=AutodiscoverV1",
                "https://autodiscover.example.test" + V2 + "/v1.0/erika%40example.test?Protocol=AutodiscoverV1"
            })
    void say_where_the_XML_is_in_every_spelling(String target) {
        var response = get(target, "autodiscover.example.test");
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.header("content-type")).isEqualTo("application/json");
        assertThat(response.body())
                .endsWith("/autodiscover/autodiscover.xml\"}")
                .contains("\"Protocol\":\"AutodiscoverV1\"")
                .doesNotContain("erika");
    }

    @ParameterizedTest
    @CsvSource({
        "/autodiscover/autodiscover.json, 400, MandatoryParameterMissing",
        "/autodiscover/autodiscover.json/v1.0/a@example.test, 400, MandatoryParameterMissing",
        "/autodiscover/autodiscover.json/v1.0/a@example.test?Protocol=EWS, 404, InvalidProtocol", // macOS 15
        "/autodiscover/autodiscover.json?Protocol=ActiveSync, 404, InvalidProtocol",
        "/autodiscover/autodiscover.json/v1.0/?Protocol=EWS, 404, InvalidProtocol",
    })
    void refuse_in_JSON(String target, int status, String code) {
        var response = raw().send(
                        "GET " + target + " HTTP/1.1",
                        "Host: autodiscover.example.test",
                        "Authorization: Basic ZXJpa2E6c2VjcmV0");
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.header("content-type")).isEqualTo("application/json");
        assertThat(response.header("cache-control")).isEqualTo("no-store");
        assertThat(response.body()).contains("\"ErrorCode\":\"" + code + "\"");
        assertThat(response.headers()).doesNotContainKeys("www-authenticate", "set-cookie", "location");
    }

    @Test
    void let_the_paths_address_choose_where_the_host_says_nothing() {
        assertThat(get(V2 + "/v1.0/erika%40example.test?Protocol=AutodiscoverV1", "unknown.example")
                        .status())
                .isEqualTo(200);
        assertThat(get(V2 + "/v1.0/erika%40unknown.example?Protocol=AutodiscoverV1", "unknown.example")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void are_only_read() {
        var response = raw().send("POST " + V2 + " HTTP/1.1", "Host: example.test", "Content-Length: 0");
        assertThat(response.status()).isEqualTo(405);
    }

    private static Response get(String target, String host) {
        return raw().send("GET " + target + " HTTP/1.1", "Host: " + host);
    }

    private static RawRequest raw() {
        return new RawRequest(RestAssured.port); // where Quarkus listens
    }
}
