package org.postlotse.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The very requests of mail programs, each with the version of which it was seen. */
@QuarkusTest
class ProgramsRequestsTest {
    private static final String AUTOCONFIG = "/mail/config-v1.1.xml";
    private static final String WELL_KNOWN = "/.well-known/autoconfig" + AUTOCONFIG;
    private static final String POX = "/autodiscover/autodiscover.xml";
    private static final String JSON = "/autodiscover/autodiscover.json";

    /**
     * One look-up.
     *
     * @param program its name and version
     * @param target as it stands in the request's first line
     * @param answered what stands in the answer
     */
    record LookUp(String program, String host, String target, String answered) {
        @Override
        public String toString() {
            return program + ": " + host + " " + target;
        }
    }

    static Stream<LookUp> lookUps() {
        var ours = "<domain>example.test</domain>";
        var imap = "<Type>IMAP</Type>";
        var autoconfig = "autoconfig.example.test";
        return Stream.of(
                in("Thunderbird 153.7", autoconfig, AUTOCONFIG + "?emailaddress=erika%40example.test", ours),
                in("Thunderbird 153.7", "example.test", WELL_KNOWN + "?emailaddress=erika%40example.test", ours),
                in(
                        "Thunderbird 153.7, by MX",
                        "sicher.example.test",
                        AUTOCONFIG + "?emailaddress=erika%40m%C3%BCller.example",
                        "<domain>xn--mller-kva.example</domain>"),
                in(
                        "Thunderbird 153.7, after a redirect",
                        "autodiscover.example.test",
                        "/AutoDiscover/AutoDiscover.xml",
                        imap),
                in("Thunderbird for Android (2026-08)", autoconfig, AUTOCONFIG, ours),
                in("Thunderbird for Android (2026-08)", "example.test", WELL_KNOWN, ours),
                in("Thunderbird for Android (2026-08), by MX", "autoconfig.mail01.example.test", AUTOCONFIG, ours),
                in(
                        "Delta Chat 2.57.0",
                        autoconfig,
                        "https://" + autoconfig + AUTOCONFIG + "?emailaddress=erika%40example.test",
                        ours),
                in("Delta Chat 2.57.0", "example.test", "https://example.test" + WELL_KNOWN, ours),
                in("Delta Chat 2.57.0", "example.test", "https://example.test" + POX, imap),
                in("Delta Chat 2.57.0", "autodiscover.example.test", "https://autodiscover.example.test" + POX, imap),
                in("FairEmail 1.2331", autoconfig, AUTOCONFIG + "?emailaddress=erika@example.test", ours),
                in("FairEmail 1.2331", autoconfig, AUTOCONFIG + "?emailaddress=erika+news@example.test", ours),
                in(
                        "FairEmail 1.2331, behind a proxy that decodes",
                        autoconfig,
                        AUTOCONFIG + "?emailaddress=erika%20news@example.test",
                        ours),
                in(
                        "Evolution 3.46",
                        autoconfig,
                        AUTOCONFIG
                                + "?emailaddress=EVOLUTIONUSER%40example.test&emailmd5=0cc175b9c0f1b6a831c399e269772661",
                        ours),
                in(
                        "Evolution 3.46",
                        "example.test",
                        WELL_KNOWN + "?emailaddress=EVOLUTIONUSER@example.test&emailmd5=x",
                        ours),
                in("KMail (2026)", "AUTOCONFIG.Example.Test:80", AUTOCONFIG, ours),
                in("KMail (2026)", "example.test.", WELL_KNOWN, ours),
                in("Nine (lists of 2025)", autoconfig, "/v1.1" + AUTOCONFIG, ours),
                in(
                        "eM Client and others that hand over no at sign",
                        autoconfig,
                        AUTOCONFIG + "?emailaddress=erika",
                        ours),
                in("MyMail and Spike", "autodiscover.example.test", POX + "?Email=erika@example.test", imap),
                in("Outlook for Android (2026)", "autodiscover.example.test", "/Autodiscover/Autodiscover.xml", imap),
                in(
                        "Outlook 2016",
                        "example.test",
                        JSON + "?Email=erika@example.test&Protocol=Autodiscoverv1&RedirectCount=1",
                        "AutodiscoverV1"),
                in(
                        "Outlook for Microsoft 365",
                        "autodiscover.example.test",
                        JSON + "/v1.0/erika%40example.test?Protocol=AutodiscoverV1",
                        "AutodiscoverV1"));
    }

    private static LookUp in(String program, String host, String target, String answered) {
        return new LookUp(program, host, target, answered);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lookUps")
    void are_answered_at_once(LookUp asked) {
        var response = send("GET", asked);
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body())
                .contains(asked.answered())
                .doesNotContain("EVOLUTIONUSER", "\uFEFF", "%EMAILDOMAIN%");
        assertThat(response.header("content-type")).matches("text/xml; charset=utf-8|application/json");
        assertThat(response.body()).matches(body -> body.startsWith("<?xml") || body.startsWith("{\""));
        // Delta Chat 2.57.0 does not follow a relative one, Thunderbird for Android distrusts a redirect
        assertThat(response.headers()).doesNotContainKeys("location", "www-authenticate", "set-cookie");
    }

    /** Load balancers and link checkers; also RFC 9110 §9.3.2. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("lookUps")
    void are_answered_to_HEAD_without_a_body(LookUp asked) {
        var head = send("HEAD", asked);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.header("content-length"))
                .isEqualTo(Integer.toString(send("GET", asked).body().getBytes(StandardCharsets.UTF_8).length));
    }

    static Stream<LookUp> refused() {
        return Stream.of(
                in(
                        "Mail of macOS 15",
                        "autodiscover.example.test",
                        JSON + "/v1.0/erika%40example.test?Protocol=EWS",
                        "InvalidProtocol"),
                in(
                        "Samsung Email (2026)",
                        "autodiscover.example.test",
                        JSON + "?Email=erika@example.test&Protocol=ActiveSync",
                        "InvalidProtocol"),
                in(
                        "Thunderbird 153.7",
                        "autoconfig.unknown.example",
                        AUTOCONFIG + "?emailaddress=erika%40unknown.example",
                        "No settings"),
                in("Thunderbird for Android (2026-08)", "unknown.example", WELL_KNOWN, "No settings"),
                in("Delta Chat 2.57.0", "unknown.example", "https://unknown.example" + POX, "No settings"));
    }

    /** 401 and pages are what Thunderbird 149 (2026-01) can not stand; 404 sends each of them on to the next way. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void are_refused_so_that_they_go_on(LookUp asked) {
        var response = send("GET", asked);
        assertThat(response.status()).isEqualTo(404);
        assertThat(response.body()).contains(asked.answered()).doesNotContain("<", "erika", "unknown.example");
        assertThat(response.header("content-type")).matches("text/plain; charset=utf-8|application/json");
    }

    private static RawRequest.Response send(String method, LookUp asked) {
        return new RawRequest(RestAssured.port)
                .send(method + " " + asked.target() + " HTTP/1.1", "Host: " + asked.host());
    }
}
