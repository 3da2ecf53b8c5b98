package org.postlotse.probe;

import static org.postlotse.catalogue.ConnectionSecurity.STARTTLS;
import static org.postlotse.support.Step.closeNotify;
import static org.postlotse.support.Step.flood;
import static org.postlotse.support.Step.hangUp;
import static org.postlotse.support.Step.hear;
import static org.postlotse.support.Step.raw;
import static org.postlotse.support.Step.say;
import static org.postlotse.support.Step.silent;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.postlotse.probe.Play.Moment;
import org.postlotse.support.Step;

/** What a server says that it should not have said, in the words of each protocol. */
final class Tricks {
    private Tricks() {}

    static Stream<Hostile> all() {
        return Play.all()
                .flatMap(play -> Stream.of(
                                anywhere(play),
                                answers(play),
                                play.security() == STARTTLS ? upgrades(play) : Stream.<Hostile>of())
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
                                say(greeting(play), welcome),
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

    private static String refusal(Play play) {
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
        return (play.protocol() == org.postlotse.catalogue.Protocol.SMTP ? "334 " : "+ ") + words + "\r\n";
    }

    private static String greeting(Play play) {
        return switch (play.protocol()) {
            case IMAP -> "* OK ready";
            case POP3 -> "+OK ready";
            case SMTP -> "220 mail ESMTP";
        };
    }

    private static String[] offer(Play play, String mechanisms) {
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

    /** Between the first words and TLS: everything that is said there may come from somebody on the wire. */
    private static Stream<Hostile> upgrades(Play play) {
        var agreed = agreed(play);
        var tricks = new ArrayList<Hostile>();
        for (var injected : injections(play))
            tricks.add(Hostile.at(
                    play,
                    "injected: " + injected.strip(),
                    "protocol-broken",
                    Moment.STARTTLS,
                    raw(agreed + injected),
                    silent()));
        tricks.add(Hostile.at(
                play,
                "agrees, and goes on in clear text",
                "tls-broken",
                Moment.HANDSHAKE,
                Step.awaitOctets(),
                say(agreed.strip()),
                silent()));
        tricks.add(Hostile.at(
                play,
                "downgrade: CRAM-MD5 and no TLS",
                "encryption-missing",
                Moment.CAPABILITY_BEFORE_TLS,
                say(offer(play, "CRAM-MD5"))));
        tricks.add(Hostile.at(
                play,
                "downgrade: LOGIN and no TLS",
                "encryption-missing",
                Moment.CAPABILITY_BEFORE_TLS,
                say(offer(play, "LOGIN"))));
        tricks.add(Hostile.at(
                play,
                "offers XSTARTTLS",
                "encryption-missing",
                Moment.CAPABILITY_BEFORE_TLS,
                say(offer(play, "PLAIN XSTARTTLS"))));
        tricks.add(Hostile.at(
                play, "is logged in before", "protocol-broken", Moment.GREETING, say("* PREAUTH welcome"), silent()));
        for (var refused : List.of(refusedUpgrade(play), refusal(play)))
            tricks.add(Hostile.at(
                    play, "upgrade refused: " + refused, "encryption-missing", Moment.STARTTLS, say(refused)));
        var alerting = play.spoilt(Moment.GREETING, say(alerting(play)));
        var good = play.good();
        var script = new ArrayList<>(alerting);
        script.addAll(good.subList(alerting.size(), good.size()));
        tricks.add(Hostile.of(play, "shows an alert before TLS", "working", script));
        return tricks.stream();
    }

    private static String agreed(Play play) {
        return switch (play.protocol()) {
            case IMAP -> "{tag} OK go\r\n";
            case POP3 -> "+OK go\r\n";
            case SMTP -> "220 go\r\n";
        };
    }

    private static List<String> injections(Play play) {
        return switch (play.protocol()) {
            case IMAP ->
                List.of(
                        "* CAPABILITY IMAP4rev1 AUTH=CRAM-MD5\r\n",
                        "* OK [ALERT] call 0190\r\n",
                        "* BYE gone\r\n",
                        "a3 OK logged in\r\n",
                        "* PREAUTH in\r\n",
                        "* OK [REFERRAL imap://evil.example/]\r\n",
                        "+ \r\n",
                        " ");
            case POP3 ->
                List.of("+OK\r\nSASL CRAM-MD5\r\n.\r\n", "+OK logged in\r\n", "-ERR [AUTH] no\r\n", "+ \r\n", " ");
            case SMTP ->
                List.of(
                        "250-mail\r\n250 AUTH CRAM-MD5\r\n",
                        "235 logged in\r\n",
                        "535 5.7.8 no\r\n",
                        "421 gone\r\n",
                        " ");
        };
    }

    private static String refusedUpgrade(Play play) {
        return switch (play.protocol()) {
            case IMAP -> "{tag} NO [UNAVAILABLE] later";
            case POP3 -> "-ERR [SYS/TEMP] later";
            case SMTP -> "454 4.3.0 TLS not available due to temporary reason";
        };
    }

    private static String alerting(Play play) {
        return switch (play.protocol()) {
            case IMAP -> "* OK [ALERT] <b>call 0190</b>";
            case POP3 -> "+OK [SYS/PERM] <b>call 0190</b>";
            case SMTP -> "220 <b>call 0190</b>";
        };
    }
}
