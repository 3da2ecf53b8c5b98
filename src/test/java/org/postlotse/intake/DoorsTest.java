package org.postlotse.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.evidence.Device;
import org.postlotse.evidence.Encryption;
import org.postlotse.evidence.Logins;

/** Every way in which lines may be pushed, through the real doors into the real memory. */
@QuarkusTest
@TestProfile(OpenDoors.class)
class DoorsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String LINE =
            "<22>Nov 20 10:00:00 mx dovecot: imap-login: Login: user=<%1$s@example.test>, method=PLAIN, rip=192.0.2.7, lip=192.0.2.1, mpid=1, session=<%1$s>";

    @Inject
    Logins logins;

    @Inject
    Syslog syslog;

    @Test
    void whoever_has_no_token_stays_outside() {
        given().body(line("stranger")).post("/intake/lines").then().statusCode(401);
        given().header("Authorization", "Bearer wrong")
                .body("{}")
                .post("/intake/auth")
                .then()
                .statusCode(401);
    }

    @Test
    void a_batch_counts_once_however_often_it_is_sent() {
        var batch = line("batch") + "\n" + line("batch2") + "\n";
        for (int i = 0; i < 3; i++) push(batch).statusCode(200);

        assertThat(device("batch2").logins()).isEqualTo(1);
        assertThat(device("batch").logins()).isEqualTo(1);
        assertThat(device("batch").fingerprint().encryption()).isEqualTo(Encryption.NONE);
    }

    private static io.restassured.response.ValidatableResponse push(String body) {
        return given().header("Authorization", "Bearer " + OpenDoors.TOKEN)
                .body(body)
                .post("/intake/lines")
                .then();
    }

    @Test
    void a_batch_may_be_compressed_and_larger_than_a_page_may() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write((line("packed") + "\n").getBytes(StandardCharsets.UTF_8));
        }
        given().auth()
                .preemptive()
                .basic("vector", OpenDoors.TOKEN)
                .header("Content-Encoding", "gzip")
                .body(packed.toByteArray())
                .post("/intake/lines")
                .then()
                .statusCode(200);
        push((line("large") + " ".repeat(3_000_000) + "\n")).statusCode(200);

        assertThat(device("packed").logins()).isEqualTo(1);
        assertThat(device("large").logins()).isEqualTo(1);
    }

    @Test
    void what_can_not_be_read_is_refused() {
        push("[{\"half\":").statusCode(400);
        given().header("X-API-Key", OpenDoors.TOKEN)
                .header("Content-Encoding", "gzip")
                .body("not packed")
                .post("/intake/lines")
                .then()
                .statusCode(400);
    }

    @Test
    void an_auth_policy_client_is_let_in_and_its_report_counts() {
        for (var command : List.of("allow", "report"))
            given().header("X-API-Key", OpenDoors.TOKEN)
                    .queryParam("command", command)
                    .contentType("application/json")
                    .body(
                            "{\"login\":\"policy@example.test\",\"remote\":\"192.0.2.7\",\"protocol\":\"smtp\",\"mech\":\"LOGIN\",\"secured\":\"secured\",\"tls\":false,\"pwhash\":\"0baf\",\"success\":true,\"policy_reject\":false}")
                    .post("/intake/auth")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo(0));

        assertThat(device("policy").fingerprint().encryption()).isEqualTo(Encryption.TLS);
        assertThat(device("policy").logins()).isEqualTo(1);
    }

    @Test
    void syslog_comes_over_tcp_in_both_framings() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port("tcp"))) {
            var counted = line("tcp1");
            send(socket, counted.length() + " " + counted);
            send(socket, line("tcp2") + "\n");
            assertThat(device("tcp1").logins()).isEqualTo(1);
            assertThat(device("tcp2").logins()).isEqualTo(1);
        }
    }

    @Test
    void syslog_comes_over_tls() throws IOException, GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Everybody()}, null);
        try (var socket = context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port("tls"))) {
            send(socket, line("tls") + "\n");
            assertThat(device("tls").logins()).isEqualTo(1);
        }
    }

    @Test
    void syslog_comes_over_udp() throws IOException {
        var bytes = line("udp").getBytes(StandardCharsets.UTF_8);
        try (var socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), port("udp")));
        }
        assertThat(device("udp").logins()).isEqualTo(1);
    }

    private int port(String way) {
        return syslog.ports().getOrDefault(way, 0);
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    private static String line(String user) {
        return LINE.formatted(user);
    }

    private Device device(String user) {
        var mailbox = EmailAddress.parse(user + "@example.test").orElseThrow();
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (logins.devices(mailbox).isEmpty() && System.nanoTime() < until) LockSupport.parkNanos(20_000_000);
        assertThat(logins.devices(mailbox)).as(user).hasSize(1);
        return logins.devices(mailbox).getFirst();
    }

    /** Whom the client trusts is not what is tested. */
    private static final class Everybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
