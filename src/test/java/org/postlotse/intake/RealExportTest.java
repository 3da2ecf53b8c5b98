package org.postlotse.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.demo.ThrowAwayAuthority;
import org.postlotse.demo.ThrowAwayAuthority.Wanted;
import org.postlotse.evidence.Encryption;
import org.postlotse.evidence.Fingerprint;
import org.postlotse.evidence.LoginProtocol;
import org.postlotse.evidence.Logins;
import org.postlotse.support.Conversation;
import org.postlotse.support.Dovecot;
import org.postlotse.support.Needs;
import org.postlotse.support.RealPart;

/** A real Dovecot posts its events, and what an auth policy server is told, to our door: no log file is read. */
@Needs(RealPart.DOVECOT)
@QuarkusTest
@TestProfile(OpenDoors.class)
@SuppressWarnings("NullAway.Init") // the container fills the fields in
class RealExportTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String EVENTS = """
            event_exporter wizard {
              format = json
              format_args = time-rfc3339
              transport = http-post
              transport_args = %s
              transport_timeout = 5s
            }
            metric wizard_logins {
              exporter = wizard
              filter = event=auth_client_request_finished
            }
            """;
    private static final String POLICY = """
            auth_policy_server_url = %s
            auth_policy_server_api_header = X-API-Key: %s
            auth_policy_hash_nonce = of-the-tests
            auth_policy_check_before_auth = no
            auth_policy_check_after_auth = no
            auth_policy_report_after_auth = yes
            auth_policy_request_attributes = login=%%{requested_username} pwhash=%%{hashed_password} remote=%%{rip} protocol=%%s session_id=%%{session} mech=%%m secured=%%{secured} lip=%%{lip} lport=%%{lport} rport=%%{rport} local_name=%%{local_name} real_rip=%%{real_rip}
            """;

    @TestHTTPResource("/intake/")
    URI door;

    @Inject
    Logins logins;

    private final ThrowAwayAuthority authority = ThrowAwayAuthority.root("Test");

    @TempDir
    Path directory;

    @BeforeEach
    void open() throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void the_event_exporter_tells_everything() throws IOException {
        var withToken = URI.create("http://dovecot:" + OpenDoors.TOKEN + "@" + door.getAuthority() + "/intake/lines");
        try (var dovecot = dovecot("event@example.test", EVENTS.formatted(withToken))) {
            logInClear(dovecot, "event@example.test");
            logInByTls(dovecot, "event@example.test");
        }

        seen("event@example.test", Encryption.NONE);
        seen("event@example.test", Encryption.TLS);
    }

    @Test
    void the_auth_policy_client_reports_and_lets_everybody_in() throws IOException {
        try (var dovecot = dovecot("report@example.test", POLICY.formatted(door.resolve("auth"), OpenDoors.TOKEN))) {
            logInClear(dovecot, "report@example.test");
            logInByTls(dovecot, "report@example.test");
            seen("report@example.test", Encryption.NONE);
        }

        seen("report@example.test", Encryption.TLS);
    }

    private Dovecot dovecot(String user, String settings) throws IOException {
        return Dovecot.in(
                Files.createDirectory(directory.resolve("d")),
                authority.issue(Wanted.server("localhost")),
                user + ":{PLAIN}geheim::::::\n",
                "ssl = yes\ndisable_plaintext_auth = no\n" + settings);
    }

    private void logInClear(Dovecot dovecot, String user) {
        try (var imap = Conversation.plain(dovecot.port("imap"), authority)) {
            imap.hear();
            assertThat(imap.say("a LOGIN " + user + " geheim")).contains("a OK");
        }
    }

    private void logInByTls(Dovecot dovecot, String user) {
        try (var imap = Conversation.tls(dovecot.port("imaps"), authority)) {
            imap.hear();
            assertThat(imap.say("a LOGIN " + user + " geheim")).contains("a OK");
        }
    }

    private void seen(String user, Encryption encryption) {
        var mailbox = EmailAddress.parse(user).orElseThrow();
        var how = new Fingerprint(LoginProtocol.IMAP, encryption, "", "PLAIN", "", "");
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (logins.devices(mailbox).stream()
                        .noneMatch(device -> device.fingerprint().equals(how))
                && System.nanoTime() < until) LockSupport.parkNanos(20_000_000);
        assertThat(logins.devices(mailbox)).anySatisfy(device -> {
            assertThat(device.fingerprint()).isEqualTo(how);
            assertThat(device.logins()).isEqualTo(1);
            assertThat(device.network()).isEqualTo("127.0.0.2");
        });
    }
}
