package org.postlotse.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.postlotse.support.FreePorts;

/** The desk's look at the mail servers. */
@QuarkusTest
@TestProfile(ServersDeskTest.OneIsClosed.class)
class ServersDeskTest {
    private static final String COOKIE = "__Host-desk";

    /** One more server: the test itself listens there. */
    public static class OneIsClosed extends StaffedHoster {
        @Override
        public Map<String, String> getConfigOverrides() {
            var settings = new HashMap<>(super.getConfigOverrides());
            settings.put("postlotse.servers[3].protocol", "imap");
            settings.put("postlotse.servers[3].host", "localhost");
            settings.put(
                    "postlotse.servers[3].port", FreePorts.take(1).getFirst().toString());
            settings.put("postlotse.servers[3].security", "starttls");
            return settings;
        }
    }

    @Test
    void nobody_else_gets_in() {
        assertThat(given().redirects().follow(false).get("/de/desk/servers").statusCode())
                .isEqualTo(303);
    }

    @Test
    void looking_asks_nobody_and_the_button_asks_all() {
        var cookie = cookie();
        var before = given().cookie(COOKIE, cookie).get("/en/desk/servers").asString();
        var after = given().cookie(COOKIE, cookie).post("/en/desk/servers").asString();
        var german = given().cookie(COOKIE, cookie).post("/de/desk/servers").asString();

        assertThat(before)
                .contains("pop3://localhost:", "imap://localhost:", "smtp://localhost:")
                .doesNotContain("TLSv1");
        assertThat(after)
                .contains(
                        "TLSv1.3",
                        "TLS_AES_",
                        "The certificate is for this host",
                        "EC 256",
                        "SHA256withECDSA",
                        "CN=localhost")
                .contains("fit for log-ins")
                .doesNotContain("<script");
        assertThat(german).contains("Das Zertifikat gilt für diesen Host", "TLSv1.3");
        assertThat(given().cookie(COOKIE, cookie).get("/en/desk").asString()).contains("/en/desk/servers");
    }

    @Test
    void what_a_server_says_itself_is_shown_escaped() throws IOException {
        var cookie = cookie();
        int port = ConfigProvider.getConfig().getValue("postlotse.servers[3].port", Integer.class);
        try (var closed = new ServerSocket(port, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try (var client = closed.accept()) {
                    client.getOutputStream().write("* BYE <b>moved\u001b[2J\r\n".getBytes(StandardCharsets.US_ASCII));
                    client.getInputStream().read();
                } catch (IOException gone) {
                    throw new UncheckedIOException(gone);
                }
            });

            assertThat(given().cookie(COOKIE, cookie).post("/en/desk/servers").asString())
                    .contains(
                            "The server says, word for word: <code dir=\"ltr\" translate=\"no\">* BYE &lt;b&gt;moved [2J</code>");
        }
    }

    private static String cookie() {
        return given().redirects()
                .follow(false)
                .formParam("name", "sven")
                .formParam("password", StaffedHoster.PASSWORD)
                .post("/de/desk/log-in")
                .cookie(COOKIE);
    }
}
