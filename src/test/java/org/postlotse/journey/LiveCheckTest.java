package org.postlotse.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** The check tells what it knows while a server still keeps it waiting. */
@QuarkusTest
@TestProfile(ImapIsHeld.class)
class LiveCheckTest {
    private static final int PATIENCE_MILLIS = 20_000;

    @TestHTTPResource("/")
    URI address;

    @Test
    void an_answer_is_told_before_the_slow_servers_answer_exists() throws IOException {
        int port = ConfigProvider.getConfig().getValue("postlotse.servers[1].port", Integer.class);
        var form = Page.get("/de").links("Adresse und Passwort prüfen").getFirst();
        try (var imap = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
                var browser = new Socket(address.getHost(), address.getPort())) {
            browser.setSoTimeout(PATIENCE_MILLIS);
            var told = post(browser, form + "/live", "mailbox=ok%40demo.example&password=postlotse");

            var first = line(told);
            assertThat(first.get("kind").asText()).isEqualTo("answers");
            assertThat(first.get("say").asText()).isEqualTo("1 von 3 Servern haben geantwortet.");
            assertThat(first.get("html").asText()).containsOnlyOnce("class=\"works\"");
            var second = line(told);
            assertThat(second.get("html").asText()).containsOnlyOnce("class=\"waits\"");

            // only now IMAP says something, and in clear: after "* <b>" nobody reads on
            try (var late = imap.accept()) {
                late.getOutputStream().write("* <b>moon\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            var third = line(told);
            assertThat(third.get("html").asText())
                    .doesNotContain("class=\"waits\"")
                    .contains("<summary>Was der Server wörtlich sagt</summary>", ">* &lt;b&gt;</code>");
            var page = line(told);
            assertThat(page.get("kind").asText()).isEqualTo("page");
            assertThat(page.get("html").asText())
                    .contains("<!doctype html>", "<h1 ", "Das tun Sie jetzt", ":" + port)
                    .doesNotContain("postlotse\"");
        }
    }

    private BufferedReader post(Socket browser, String path, String body) throws IOException {
        var head = "POST " + path + " HTTP/1.1\r\nHost: " + address.getAuthority()
                + "\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded"
                + "\r\nAccept-Encoding: gzip\r\nContent-Length: " + body.length() + "\r\n\r\n";
        browser.getOutputStream().write((head + body).getBytes(StandardCharsets.US_ASCII));
        var told = new BufferedReader(new InputStreamReader(browser.getInputStream(), StandardCharsets.UTF_8));
        assertThat(told.readLine()).contains(" 200 ");
        var headers = new StringBuilder();
        for (var header = told.readLine(); !header.isEmpty(); header = told.readLine())
            headers.append(header.toLowerCase(java.util.Locale.ROOT)).append('\n');
        assertThat(headers.toString())
                .contains("cache-control: no-store\n", "text/event-stream")
                .doesNotContain("content-encoding");
        return told;
    }

    /** The next event's data; the lines between are the chunks' lengths (RFC 9112 §7.1). */
    private static JsonNode line(BufferedReader told) throws IOException {
        var line = told.readLine();
        while (!line.startsWith("data:")) line = told.readLine();
        return new ObjectMapper().readTree(line.substring("data:".length()));
    }
}
