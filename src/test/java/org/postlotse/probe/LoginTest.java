package org.postlotse.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postlotse.support.Step.hear;
import static org.postlotse.support.Step.say;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postlotse.catalogue.Protocol;
import org.postlotse.probe.Verdict.Working;
import org.postlotse.probe.Verdict.WrongPassword;
import org.postlotse.support.ScriptedServer;
import org.postlotse.support.Step;

/** What goes over the wire to log in. */
class LoginTest {
    private static final Play IMAP = Play.of(Protocol.IMAP);
    private static final String PLAIN = base64("\0erika@example.org\0sesame");

    private static final Bench BENCH = new Bench();

    @ParameterizedTest
    @MethodSource("org.postlotse.probe.Play#all")
    void is_polite_and_complete(Play play) {
        var heard = heard(play, play.good(), "sesame");

        assertThat(heard)
                .containsExactlyElementsOf(
                        switch (play.security()) {
                            case TLS -> afterTls(play.protocol(), 1);
                            case STARTTLS -> withStartTls(play.protocol());
                        });
    }

    private static List<String> withStartTls(Protocol protocol) {
        var before = switch (protocol) {
            case IMAP -> List.of("a1 CAPABILITY", "a2 STARTTLS");
            case POP3 -> List.of("CAPA", "STLS");
            case SMTP -> List.of("EHLO [127.0.0.1]", "STARTTLS");
        };
        return Stream.concat(before.stream(), afterTls(protocol, 3).stream()).toList();
    }

    private static List<String> afterTls(Protocol protocol, int tag) {
        return switch (protocol) {
            case IMAP ->
                List.of("a" + tag + " CAPABILITY", "a" + (tag + 1) + " AUTHENTICATE PLAIN " + PLAIN, "z LOGOUT");
            case POP3 -> List.of("CAPA", "AUTH PLAIN", PLAIN, "QUIT");
            case SMTP -> List.of("EHLO [127.0.0.1]", "AUTH PLAIN " + PLAIN, "QUIT");
        };
    }

    @Test
    void waits_for_an_invitation_where_IMAP_announces_no_initial_response() {
        var script = IMAP.offering("AUTH=PLAIN", hear(), say("+ "), hear(), say("{tag} NO no"), hear());

        assertThat(heard(IMAP, script, "sesame")).contains("a2 AUTHENTICATE PLAIN", PLAIN);
    }

    @Test
    void quotes_in_IMAP() {
        var heard = heard(IMAP, imapLogin(hear(), say("{tag} OK"), hear()), "se\"sa\\me {5}");

        assertThat(heard).contains("a2 LOGIN \"erika@example.org\" \"se\\\"sa\\\\me {5}\"");
    }

    @Test
    void sends_what_IMAP_can_not_quote_as_a_literal_when_invited() {
        var heard = heard(IMAP, imapLogin(hear(), say("+ go"), hear(), say("a2 OK"), hear()), "käse€");

        assertThat(heard).containsSubsequence("a2 LOGIN \"erika@example.org\" {8}", "käse€", "z LOGOUT");
    }

    @Test
    void sends_a_literal_at_once_where_IMAP_takes_it() {
        var script = IMAP.offering("LITERAL+", hear(), hear(), say("a2 OK"), hear());

        assertThat(heard(IMAP, script, "käse€"))
                .containsSubsequence("a2 LOGIN \"erika@example.org\" {8+}", "käse€", "z LOGOUT");
    }

    @Test
    void is_USER_and_PASS_where_POP3_knows_no_PLAIN() {
        var play = Play.of(Protocol.POP3);
        var script = play.offering("USER", hear(), say("+OK"), hear(), say("+OK"), hear());

        assertThat(heard(play, script, "käse und brot"))
                .containsSubsequence("USER erika@example.org", "PASS käse und brot", "QUIT");
    }

    @Test
    void is_USER_and_PASS_where_POP3_knows_no_CAPA() {
        var play = Play.of(Protocol.POP3);
        var script =
                play.spoilt(Play.Moment.CAPABILITY, say("-ERR what"), hear(), say("+OK"), hear(), say("+OK"), hear());

        assertThat(heard(play, script, "sesame")).contains("USER erika@example.org", "PASS sesame");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AUTH LOGIN", "AUTH=LOGIN", "AUTH CRAM-MD5 LOGIN"})
    void is_AUTH_LOGIN_where_SMTP_knows_no_PLAIN(String announced) {
        var play = Play.of(Protocol.SMTP);
        var script = play.offering(
                announced,
                hear(),
                say("334 VXNlcm5hbWU6"),
                hear(),
                say("334 UGFzc3dvcmQ6"),
                hear(),
                say("235"),
                hear());

        assertThat(heard(play, script, "sesame"))
                .containsSubsequence("AUTH LOGIN", base64("erika@example.org"), base64("sesame"), "QUIT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\r\nDELE 1", "a\nb", "a\0b", "\u007f"})
    void is_not_tried_with_what_no_program_could_send(String password) {
        var play = Play.of(Protocol.POP3);
        try (var server = ScriptedServer.playing(BENCH.goodTls, play.good())) {
            var diagnosis =
                    BENCH.ask(Bench.LONG, List.of(Bench.server(play, server.port())), Optional.empty(), password);

            assertThat(diagnosis.headline()).isEqualTo(new WrongPassword());
            assertThat(server.heard()).isEmpty();
        }
    }

    private static List<Step> imapLogin(Step... then) {
        return IMAP.offering("IDLE", then);
    }

    private List<String> heard(Play play, List<Step> script, String password) {
        try (var server = ScriptedServer.playing(BENCH.goodTls, script)) {
            var diagnosis =
                    BENCH.ask(Bench.LONG, List.of(Bench.server(play, server.port())), Optional.empty(), password);
            assertThat(diagnosis.headline()).isInstanceOfAny(Working.class, WrongPassword.class);
            server.awaitEnd();
            return server.heard();
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
