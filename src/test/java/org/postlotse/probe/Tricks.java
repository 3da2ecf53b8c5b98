package org.postlotse.probe;

import static org.postlotse.catalogue.ConnectionSecurity.STARTTLS;
import static org.postlotse.support.Step.closeNotify;
import static org.postlotse.support.Step.flood;
import static org.postlotse.support.Step.hangUp;
import static org.postlotse.support.Step.hear;
import static org.postlotse.support.Step.raw;
import static org.postlotse.support.Step.say;
import static org.postlotse.support.Step.silent;

import java.util.stream.Stream;
import org.postlotse.catalogue.Protocol;
import org.postlotse.probe.Play.Moment;

/** What a server says that it should not have said, in the words of each protocol. */
final class Tricks {
    private Tricks() {}

    static Stream<Hostile> all() {
        return Play.all()
                .flatMap(play -> Stream.of(
                                anywhere(play),
                                answers(play),
                                play.security() == STARTTLS ? UpgradeTricks.of(play) : Stream.<Hostile>of())
                        .flatMap(each -> each));
    }

    /** At every moment at which it is the server's turn to speak under TLS or before. */
    private static Stream<Hostile> anywhere(Play play) {
        return play.moments().stream()
                .filter(moment -> moment != Moment.HANDSHAKE && moment != Moment.GOODBYE)
                .flatMap(moment -> Stream.of(
                        Hostile.at(play, moment + " close_notify", "protocol-broken", moment, closeNotify()),
                        Hostile.at(
                                play, moment + " LF before the line", "protocol-broken", moment, raw("\n"), silent()),
                        Hostile.at(
                                play,
                                moment + " broken UTF-8",
                                "protocol-broken",
                                moment,
                                raw("\u00c3(\u00a0\u00ff\r\n"),
                                silent()),
                        Hostile.at(
                                play,
                                moment + " line of 1 GiB, begun well",
                                "protocol-broken",
                                moment,
                                raw(good(play)),
                                flood("x".repeat(8000))),
                        Hostile.at(
                                play,
                                moment + " another protocol's refusal",
                                "protocol-broken",
                                moment,
                                say(foreign(play)),
                                silent()),
                        Hostile.at(
                                play,
                                moment + " byte order mark",
                                "protocol-broken",
                                moment,
                                raw("\u00ef\u00bb\u00bf" + good(play) + "\r\n"),
                                silent())));
    }

    private static String good(Play play) {
        return switch (play.protocol()) {
            case IMAP -> "* OK ";
            case POP3 -> "+OK ";
            case SMTP -> "220 ";
        };
    }

    private static String foreign(Play play) {
        return switch (play.protocol()) {
            case IMAP -> "-ERR no";
            case POP3 -> "535 5.7.8 no";
            case SMTP -> "* NO no";
        };
    }

    /** The answer to the login, and what comes with it. */
    private static Stream<Hostile> answers(Play play) {
        var welcome = play.welcome();
        var refusal = refusal(play);
        return Stream.of(
                Hostile.at(
                        play,
                        "two answers at once, yes and no",
                        "working",
                        Moment.LOGIN,
                        say(welcome, refusal),
                        hear()),
                Hostile.at(
                        play,
                        "two answers at once, no and yes",
                        "wrong-password",
                        Moment.LOGIN,
                        say(refusal, welcome),
                        hear()),
                Hostile.at(play, "success and gone", "working", Moment.LOGIN, say(welcome), hangUp()),
                Hostile.at(play, "refusal and gone", "wrong-password", Moment.LOGIN, say(refusal), hangUp()),
                Hostile.at(
                        play,
                        "refusal with script",
                        "wrong-password",
                        Moment.LOGIN,
                        say(refusal + " <script>alert(1)</script>"),
                        hear()),
                Hostile.at(
                        play,
                        "refusal with a terminal's escapes",
                        "wrong-password",
                        Moment.LOGIN,
                        say(refusal + " \u001b[2J\u001b]0;x\u0007"),
                        hear()),
                Hostile.at(
                        play,
                        "refusal with octets of no character set",
                        "wrong-password",
                        Moment.LOGIN,
                        raw(refusal + " \u00ff\u00fe\u00c0\r\n"),
                        hear()),
                Hostile.at(play, "refusal with LF only", "wrong-password", Moment.LOGIN, raw(refusal + "\n"), hear()),
                Hostile.at(play, "success with LF only", "working", Moment.LOGIN, raw(welcome + "\n"), hear()),
                Hostile.at(
                        play,
                        "refusal of 8 KiB",
                        "protocol-broken",
                        Moment.LOGIN,
                        say(refusal + "x".repeat(9000)),
                        silent()),
                Hostile.at(
                        play, "success with NUL", "protocol-broken", Moment.LOGIN, raw(welcome + "\0\r\n"), silent()),
                Hostile.at(play, "success spelt wrongly", "protocol-broken", Moment.LOGIN, say(spelt(play)), silent()),
                Hostile.at(
                        play,
                        "success for somebody else",
                        "protocol-broken",
                        Moment.LOGIN,
                        say(elsewhere(play)),
                        silent()),
                Hostile.at(
                        play,
                        "challenges without end",
                        "protocol-broken",
                        Moment.LOGIN,
                        flood(challenge(play, "bW9yZQ=="))),
                Hostile.at(
                        play,
                        "challenge that is no Base64",
                        "protocol-broken",
                        Moment.LOGIN,
                        say(
                                challenge(play, "!!!").strip(),
                                challenge(play, "???").strip()),
                        silent()),
                Hostile.at(
                        play,
                        "empty challenge after success",
                        "working",
                        Moment.LOGIN,
                        say(welcome, challenge(play, "").strip()),
                        hear()),
                Hostile.at(play, "farewell instead of thanks", "working", Moment.GOODBYE, flood("bye\r\n")),
                Hostile.at(
                                play,
                                "answer before the question",
                                "protocol-broken",
                                Moment.GREETING,
                                say(play.greetingLine(), welcome),
                                silent())
                        .in(Stage.CAPABILITY),
                Hostile.at(
                        play,
                        "mechanisms that nobody knows",
                        "mechanism-missing",
                        Moment.CAPABILITY,
                        say(offer(play, "X-OURS CRAM-MD5 NTLM GSSAPI")),
                        silent()),
                Hostile.at(
                        play, "capabilities without an end", "silent", Moment.CAPABILITY, raw(endless(play)), silent()),
                Hostile.at(
                        play,
                        "a million capabilities",
                        "protocol-broken",
                        Moment.CAPABILITY,
                        raw(endless(play)),
                        flood(more(play))));
    }

    static String refusal(Play play) {
        return switch (play.protocol()) {
            case IMAP -> "{tag} NO [AUTHENTICATIONFAILED] no";
            case POP3 -> "-ERR [AUTH] no";
            case SMTP -> "535 5.7.8 no";
        };
    }

    private static String spelt(Play play) {
        return switch (play.protocol()) {
            case IMAP -> "{tag} OKAY";
            case POP3 -> "+0K";
            case SMTP -> "2350 fine";
        };
    }

    private static String elsewhere(Play play) {
        return switch (play.protocol()) {
            case IMAP -> "zz9 OK in";
            case POP3 -> "OK in";
            case SMTP -> "250 2.0.0 in";
        };
    }

    private static String challenge(Play play, String words) {
        return (play.protocol() == Protocol.SMTP ? "334 " : "+ ") + words + "\r\n";
    }

    static String[] offer(Play play, String mechanisms) {
        return switch (play.protocol()) {
            case IMAP ->
                new String[] {
                    "* CAPABILITY IMAP4rev1 LOGINDISABLED AUTH=" + mechanisms.replace(" ", " AUTH="), "{tag} OK"
                };
            case POP3 -> new String[] {"+OK", "SASL " + mechanisms, "."};
            case SMTP -> new String[] {"250-mail", "250 AUTH " + mechanisms};
        };
    }

    private static String endless(Play play) {
        return switch (play.protocol()) {
            case IMAP -> "* CAPABILITY IMAP4rev1\r\n";
            case POP3 -> "+OK\r\nUSER\r\n";
            case SMTP -> "250-mail\r\n250-AUTH PLAIN\r\n";
        };
    }

    private static String more(Play play) {
        return switch (play.protocol()) {
            case IMAP -> "* CAPABILITY X-MORE\r\n";
            case POP3 -> "X-MORE\r\n";
            case SMTP -> "250-X-MORE\r\n";
        };
    }
}
