package org.postlotse.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.demo.ThrowAwayAuthority;
import org.postlotse.evidence.Device;
import org.postlotse.evidence.Encryption;
import org.postlotse.evidence.LoginProtocol;
import org.postlotse.evidence.Logins;
import org.postlotse.evidence.MemoryFailures;
import org.postlotse.evidence.TestEvidence;
import org.postlotse.evidence.Trouble;
import org.postlotse.store.StoredLogins;
import org.postlotse.support.AdvisedServers;
import org.postlotse.support.Conversation;
import org.postlotse.support.CramMd5;
import org.postlotse.support.Needs;
import org.postlotse.support.RealPart;

/** Every kind of log-in at real servers, whose logs are followed, is known a moment later; and so is every kind that fails. */
@Needs({RealPart.POSTFIX, RealPart.DOVECOT})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // started before all tests
class RealLoginsTest {
    private static final String USER = "erika@hoster.example";
    private static final String PASSWORD = "geheim";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final ThrowAwayAuthority authority = ThrowAwayAuthority.root("Test");
    private final MemoryFailures failures = new MemoryFailures();
    private final List<Duration> took = new ArrayList<>();
    private final List<FollowedFile> logs = new ArrayList<>();
    private AdvisedServers servers;
    private Logins logins;

    /** One way to log in. */
    record Kind(LoginProtocol protocol, Way way, String mechanism) {
        Encryption encryption() {
            return way == Way.CLEAR ? Encryption.NONE : Encryption.TLS;
        }

        /** The protocol's own command for a password counts as PLAIN. */
        String told() {
            return mechanism.isEmpty() ? "PLAIN" : mechanism;
        }
    }

    enum Way {
        TLS,
        STARTTLS,
        CLEAR
    }

    static Stream<Kind> kinds() {
        return Stream.of(LoginProtocol.IMAP, LoginProtocol.POP3, LoginProtocol.SMTP)
                .flatMap(protocol -> Stream.of(Way.values())
                        .flatMap(way -> Stream.of("", "PLAIN", "LOGIN", "CRAM-MD5")
                                .filter(mechanism -> !mechanism.isEmpty() || protocol != LoginProtocol.SMTP)
                                .map(mechanism -> new Kind(protocol, way, mechanism))));
    }

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        var source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID()
                + ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
        logins = StoredLogins.in(source);
        servers = AdvisedServers.in(directory, authority, USER, PASSWORD);
        for (var server : List.of("dovecot", "postfix"))
            logs.add(new FollowedFile(
                    directory.resolve(server).resolve("log"),
                    () -> TestEvidence.into(logins, failures),
                    logins,
                    Clock.systemUTC()));
    }

    @AfterAll
    void stop() throws IOException {
        for (var log : logs) log.close();
        servers.close();
        took.sort(Duration::compareTo);
        if (took.isEmpty()) return;
        var median = took.get(took.size() / 2);
        System.out.printf("%d log-ins are known after %s, at most %s%n", took.size(), median, took.getLast());
        assertThat(median).isLessThan(A_SECOND); // the machine may be busy with others for once
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void is_known_for_what_it_was(Kind kind) throws Exception {
        long before = seen(kind);

        logIn(kind);

        long begun = System.nanoTime();
        wait(() -> seen(kind) > before);
        took.add(Duration.ofNanos(System.nanoTime() - begun));
        assertThat(seen(kind)).isEqualTo(before + 1);
        assertThat(devices().stream().map(device -> device.fingerprint().encryption()))
                .doesNotContain(Encryption.UNKNOWN);
    }

    @Test
    void what_fails_is_known_for_what_it_was() throws IOException {
        speakClear(servers.dovecot().port("imaps"), "a CAPABILITY\r\n");
        refuse(servers.dovecot().port("pop3s"));
        refuse(servers.postfix().submissions());
        try (var imap = Conversation.plain(servers.dovecot().port("imap"), authority)) {
            imap.hear();
            imap.say("a LOGIN " + USER + " wrong");
            imap.say("b LOGOUT");
        }
        try (var pop3 = Conversation.tls(servers.dovecot().port("pop3s"), authority)) {
            pop3.hear();
            pop3.say("AUTH NTLM");
            pop3.say("QUIT");
        }
        try (var smtp = Conversation.tls(servers.postfix().submissions(), authority)) {
            smtp.hear();
            smtp.say("EHLO test");
            smtp.say("AUTH PLAIN " + encoded("\0" + USER + "\0wrong"));
            smtp.say("QUIT");
        }
        speakClear(servers.postfix().submissions(), "EHLO test\r\n");
        var expected = List.of(
                "IMAP " + Trouble.CLEAR_TEXT_TO_TLS,
                "POP3 " + Trouble.CERTIFICATE_REFUSED,
                "SMTP " + Trouble.CERTIFICATE_REFUSED,
                "IMAP " + Trouble.PASSWORD_REFUSED,
                "POP3 " + Trouble.METHOD_REFUSED,
                "SMTP " + Trouble.PASSWORD_REFUSED,
                "SMTP " + Trouble.CLEAR_TEXT_TO_TLS);

        wait(() -> failed().containsAll(expected));
        assertThat(failed()).containsOnlyOnceElementsOf(expected);
    }

    private List<String> failed() {
        return failures.kept().stream()
                .map(attempt -> attempt.service() + " " + attempt.trouble())
                .toList();
    }

    /** The server hangs up, politely or not. */
    private static void speakClear(int port, String line) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(line.getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().readAllBytes()).isNotNull();
        } catch (SocketException reset) {
            assertThat(reset).hasMessageContaining("reset");
        }
    }

    /** A program that does not know our authority. */
    private static void refuse(int port) {
        try {
            Conversation.tls(port, ThrowAwayAuthority.root("Another"));
            throw new AssertionError("a stranger's certificate was believed");
        } catch (IllegalStateException refused) {
            assertThat(refused).hasRootCauseInstanceOf(GeneralSecurityException.class);
        }
    }

    private void logIn(Kind kind) throws Exception {
        try (var talk = kind.way() == Way.TLS
                ? Conversation.tls(port(kind), authority)
                : Conversation.plain(port(kind), authority)) {
            talk.hear();
            switch (kind.protocol()) {
                case IMAP -> imap(talk, kind);
                case POP3 -> pop3(talk, kind);
                default -> smtp(talk, kind);
            }
        }
    }

    private int port(Kind kind) {
        boolean tls = kind.way() == Way.TLS;
        if (kind.protocol() == LoginProtocol.SMTP)
            return tls ? servers.postfix().submissions() : servers.postfix().submission();
        return servers.dovecot()
                .port(kind.protocol() == LoginProtocol.IMAP ? (tls ? "imaps" : "imap") : tls ? "pop3s" : "pop3");
    }

    private static void imap(Conversation talk, Kind kind) throws Exception {
        if (kind.way() == Way.STARTTLS) {
            assertThat(talk.say("s STARTTLS")).contains("s OK");
            talk.secure();
        }
        var answer = kind.mechanism().isEmpty()
                ? talk.say("a LOGIN " + USER + " " + PASSWORD)
                : authenticate(talk, "a AUTHENTICATE ", kind.mechanism());
        assertThat(answer).contains("a OK");
    }

    private static void pop3(Conversation talk, Kind kind) throws Exception {
        if (kind.way() == Way.STARTTLS) {
            assertThat(talk.say("STLS")).startsWith("+OK");
            talk.secure();
        }
        if (kind.mechanism().isEmpty()) talk.say("USER " + USER);
        var answer = kind.mechanism().isEmpty()
                ? talk.say("PASS " + PASSWORD)
                : authenticate(talk, "AUTH ", kind.mechanism());
        assertThat(answer).startsWith("+OK");
    }

    private static void smtp(Conversation talk, Kind kind) throws Exception {
        talk.say("EHLO test");
        if (kind.way() == Way.STARTTLS) {
            assertThat(talk.say("STARTTLS")).startsWith("220 ");
            talk.secure().say("EHLO test");
        }
        assertThat(authenticate(talk, "AUTH ", kind.mechanism())).startsWith("235 ");
        assertThat(talk.say("MAIL FROM:<" + USER + ">")).startsWith("250 ");
        assertThat(talk.say("RCPT TO:<" + USER + ">")).startsWith("250 ");
        assertThat(talk.say("QUIT")).startsWith("221 ");
    }

    private static String authenticate(Conversation talk, String command, String mechanism) throws Exception {
        var first = talk.say(command + mechanism);
        return switch (mechanism) {
            case "PLAIN" -> talk.say(encoded("\0" + USER + "\0" + PASSWORD));
            case "LOGIN" -> {
                talk.say(encoded(USER));
                yield talk.say(encoded(PASSWORD));
            }
            default -> talk.say(CramMd5.answer(first.substring(first.indexOf(' ') + 1), USER, PASSWORD));
        };
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private long seen(Kind kind) {
        return devices().stream()
                .filter(device -> device.fingerprint().protocol() == kind.protocol())
                .filter(device -> device.fingerprint().encryption() == kind.encryption())
                .filter(device -> device.fingerprint().mechanism().equals(kind.told()))
                .mapToLong(Device::logins)
                .sum();
    }

    private List<Device> devices() {
        return logins.devices(EmailAddress.parse(USER).orElseThrow());
    }

    /** Follows the logs as the product does, until something is known. */
    private void wait(BooleanSupplier known) {
        long begun = System.nanoTime();
        while (!known.getAsBoolean()) {
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PATIENCE);
            boolean any = false;
            for (var log : logs) any |= advanced(log);
            if (!any) LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private static boolean advanced(FollowedFile log) {
        try {
            return log.advance();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
