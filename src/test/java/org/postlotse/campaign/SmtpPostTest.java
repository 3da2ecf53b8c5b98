package org.postlotse.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postlotse.catalogue.ExampleHoster;
import org.postlotse.catalogue.MovedClock;
import org.postlotse.demo.Issued;
import org.postlotse.demo.ServerTls;
import org.postlotse.demo.ThrowAwayAuthority;
import org.postlotse.demo.ThrowAwayAuthority.Wanted;
import org.postlotse.support.FaultyMailServer;
import org.postlotse.support.FaultyMailServer.Fault;

/** What goes over the wire to the mail server, and what its answers mean. */
class SmtpPostTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2024-07-01T10:00:00Z"), ZoneOffset.UTC);
    private static final Letter.Written WORDS =
            new Letter.Written("Ihr E-Mail-Programm umstellen – müller", "Grüße\n", "<p>Grüße</p>\n");

    private final ThrowAwayAuthority authority = ThrowAwayAuthority.root("Postlotse test authority");

    @TempDir
    private Path directory;

    @Test
    void a_letter_has_the_headers_that_programs_heed() throws Exception {
        var settings = Written.post(Map.of(
                "host", "mail.example.test",
                "from", "Beispiel Kundenservice <service@example.test>",
                "bounces", "bounce+{code}@example.test"));
        var session = jakarta.mail.Session.getInstance(new Properties());
        var message = new Envelope(session, settings).message(letter("erika", LetterKind.HELP), WORDS, NOON.instant());
        var out = new ByteArrayOutputStream();
        message.writeTo(out);
        var whole = out.toString(StandardCharsets.US_ASCII);

        assertThat(whole)
                .contains(
                        "From: Beispiel Kundenservice <service@example.test>\r\n",
                        "Reply-To: Beispiel Kundenservice <service@example.test>\r\n",
                        "To: erika@example.test\r\n",
                        "Message-ID: <7f4k2qmd.help.0@example.test>\r\n",
                        "References: <7f4k2qmd.first.0@example.test>\r\n",
                        "In-Reply-To: <7f4k2qmd.first.0@example.test>\r\n",
                        "Auto-Submitted: auto-generated\r\n",
                        "X-Auto-Response-Suppress: OOF, AutoReply\r\n",
                        "List-Id: <postlotse.example.test>\r\n",
                        "Content-Language: de\r\n",
                        "MIME-Version: 1.0\r\n",
                        "Content-Type: multipart/alternative;")
                .doesNotContain("List-Unsubscribe", "Precedence", "Content-Disposition", "X-Mailer");
        assertThat(whole.indexOf("text/plain; charset=UTF-8")).isBetween(1, whole.indexOf("text/html; charset=UTF-8"));
        assertThat(message.getEnvelopeFrom()).isEqualTo("bounce+7f4k2qmd@example.test");
        assertThat(settings.code("Bounce+7F4K2QMD@example.test")).contains(new CheckCode("7F4K2QMD"));
        assertThat(settings.code("service@example.test")).isEmpty();
    }

    @Test
    void a_relapse_is_a_letter_of_its_own_below_the_first() throws Exception {
        var settings = Written.post(Map.of("host", "mail.example.test", "from", "service@example.test"));
        var envelope = new Envelope(jakarta.mail.Session.getInstance(new Properties()), settings);
        var again = letter("erika", LetterKind.RELAPSE, 2);

        var message = envelope.message(again, WORDS, NOON.instant());

        assertThat(message.getHeader("Message-ID")).containsExactly("<7f4k2qmd.relapse.2@example.test>");
        assertThat(message.getHeader("References")).containsExactly("<7f4k2qmd.first.0@example.test>");
    }

    @Test
    void after_a_refused_recipient_the_connection_is_reset_and_used_again() throws Exception {
        try (var server =
                server((recipient, tries) -> recipient.startsWith("gone") ? Fault.REFUSE_RECIPIENT : Fault.NONE)) {
            var post = post(server);

            assertThat(post.send(letter("gone", LetterKind.FIRST), WORDS)).isEqualTo(Post.Reply.REFUSED);
            assertThat(post.send(letter("erika", LetterKind.FIRST), WORDS)).isEqualTo(Post.Reply.TAKEN);

            var verbs =
                    server.heard().stream().map(line -> line.split("[ :]")[0]).toList();
            assertThat(verbs).containsExactly("EHLO", "MAIL", "RCPT", "RSET", "MAIL", "RCPT", "DATA");
            assertThat(server.connections()).isOne();
            assertThat(server.texts()).hasSize(1);
        }
    }

    @Test
    void a_connection_that_lay_idle_is_asked_before_it_gets_a_letter() throws Exception {
        try (var server = server((recipient, tries) -> Fault.NONE)) {
            var clock = new MovedClock();
            var post = new SmtpPost(settings(server), clock);

            post.send(letter("erika", LetterKind.FIRST), WORDS);
            clock.move(Duration.ofMinutes(1));
            post.send(letter("otto", LetterKind.FIRST), WORDS);

            var verbs =
                    server.heard().stream().map(line -> line.split("[ :]")[0]).toList();
            assertThat(verbs).containsExactly("EHLO", "MAIL", "RCPT", "DATA", "NOOP", "MAIL", "RCPT", "DATA");
            assertThat(server.connections()).isOne();
        }
    }

    @Test
    void answers_mean_what_they_say() throws Exception {
        var faults = Map.of(
                Fault.NONE, Post.Reply.TAKEN,
                Fault.REFUSE_RECIPIENT, Post.Reply.REFUSED,
                Fault.LATER, Post.Reply.NOT_TAKEN,
                Fault.REJECT_TEXT, Post.Reply.REJECTED,
                Fault.TAKE_AND_HANG_UP, Post.Reply.UNKNOWN,
                Fault.HANG_UP, Post.Reply.UNKNOWN);
        for (var fault : Fault.values())
            try (var server = server((recipient, tries) -> fault)) {
                assertThat(post(server).send(letter("erika", LetterKind.FIRST), WORDS))
                        .as(fault.name())
                        .isEqualTo(faults.get(fault));
            }
    }

    @Test
    void a_server_that_is_not_there_or_not_the_right_one_gets_nothing() throws Exception {
        var server = server((recipient, tries) -> Fault.NONE);
        var post = post(server);
        server.close();
        assertThat(post.send(letter("erika", LetterKind.FIRST), WORDS)).isEqualTo(Post.Reply.NOT_TAKEN);

        var stranger = ThrowAwayAuthority.root("Somebody else");
        try (var theirs = FaultyMailServer.start(
                ServerTls.with(stranger.issue(Wanted.server("localhost"))), (recipient, tries) -> Fault.NONE, true)) {
            assertThat(post(theirs).send(letter("erika", LetterKind.FIRST), WORDS))
                    .isEqualTo(Post.Reply.NOT_TAKEN);
            assertThat(theirs.heard()).isEmpty();
        }
    }

    @Test
    void wrong_settings_are_named() {
        var wrong = Written.post(Map.of(
                "host", "mail.example.test",
                "port", "0",
                "security", "none",
                "username", "service",
                "bounces", "bounce@example.test",
                "connections", "99"));

        assertThat(wrong.faults())
                .extracting(fault -> fault.key().replace("postlotse.campaign.post.", ""))
                .containsExactlyInAnyOrder("connections", "from", "bounces", "security", "password", "port");
        assertThat(Written.post(Map.of()).connections()).isZero();
    }

    private FaultyMailServer server(java.util.function.BiFunction<String, Integer, Fault> plan) throws Exception {
        Files.writeString(directory.resolve("ca.pem"), Issued.pem(authority.certificate()));
        return FaultyMailServer.start(ServerTls.with(authority.issue(Wanted.server("localhost"))), plan, true);
    }

    private SmtpPost post(FaultyMailServer server) {
        return new SmtpPost(settings(server), NOON);
    }

    private PostSettings settings(FaultyMailServer server) {
        var written = new HashMap<>(Map.of(
                "host", "localhost",
                "security", "tls",
                "from", "service@example.test",
                "trust-store", directory.resolve("ca.pem").toString()));
        written.put("port", Integer.toString(server.port()));
        return Written.post(written);
    }

    private static Letter letter(String name, LetterKind kind) {
        return letter(name, kind, 0);
    }

    private static Letter letter(String name, LetterKind kind, int round) {
        var mailbox = House.mailbox(name);
        var catalogue = ExampleHoster.usual().catalogue();
        return new Letter(
                kind,
                round,
                "no-encryption",
                new Recipient(mailbox, new CheckCode("7F4K2QMD"), Optional.empty(), Optional.empty()),
                new Letter.Reader(mailbox, true, Locale.GERMAN),
                catalogue.main(),
                new Letter.Seen(List.of(), false),
                catalogue.offer(mailbox).orElseThrow(),
                URI.create("https://sicher.example.test/w/x").toString());
    }
}
