package org.postlotse.probe;

import static org.postlotse.support.Step.hear;
import static org.postlotse.support.Step.raw;
import static org.postlotse.support.Step.say;
import static org.postlotse.support.Step.silent;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.postlotse.catalogue.Protocol;
import org.postlotse.probe.Play.Moment;
import org.postlotse.support.Step;

/** Between the first words and TLS: everything that is said there may come from somebody on the wire. */
final class UpgradeTricks {
    private UpgradeTricks() {}

    static Stream<Hostile> of(Play play) {
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
                say(Tricks.offer(play, "CRAM-MD5"))));
        tricks.add(Hostile.at(
                play,
                "downgrade: LOGIN and no TLS",
                "encryption-missing",
                Moment.CAPABILITY_BEFORE_TLS,
                say(Tricks.offer(play, "LOGIN"))));
        tricks.add(Hostile.at(
                play,
                "offers XSTARTTLS",
                "encryption-missing",
                Moment.CAPABILITY_BEFORE_TLS,
                say(Tricks.offer(play, "PLAIN XSTARTTLS"))));
        tricks.add(Hostile.at(
                play, "is logged in before", "protocol-broken", Moment.GREETING, say("* PREAUTH welcome"), silent()));
        for (var refused : List.of(refusedUpgrade(play), Tricks.refusal(play)))
            tricks.add(Hostile.at(
                    play, "upgrade refused: " + refused, "encryption-missing", Moment.STARTTLS, say(refused)));
        tricks.add(otherwiseGood(play, "shows an alert before TLS", Moment.GREETING, alerting(play)));
        if (play.protocol() == Protocol.IMAP) tricks.addAll(announcements(play));
        return tricks.stream();
    }

    /** Capabilities of IMAP come unasked as well, and more than once: what counts before TLS is only whether to go on. */
    private static List<Hostile> announcements(Play play) {
        var without = "* CAPABILITY IMAP4rev1 AUTH=PLAIN";
        var with = "* CAPABILITY IMAP4rev1 STARTTLS";
        return List.of(
                otherwiseGood(
                        play,
                        "announces no STARTTLS, then does",
                        Moment.CAPABILITY_BEFORE_TLS,
                        without,
                        with,
                        "{tag} OK"),
                otherwiseGood(
                        play,
                        "announces STARTTLS, then does not",
                        Moment.CAPABILITY_BEFORE_TLS,
                        with,
                        without,
                        "{tag} OK"),
                otherwiseGood(
                        play,
                        "greets without STARTTLS, then announces it",
                        Moment.GREETING,
                        "* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN AUTH=CRAM-MD5] ready"),
                Hostile.at(
                        play,
                        "greets with STARTTLS, then does not announce it",
                        "encryption-missing",
                        Moment.GREETING,
                        say("* OK [CAPABILITY IMAP4rev1 STARTTLS] ready"),
                        hear(),
                        say(without, "{tag} OK"),
                        silent()));
    }

    /** Odd at one moment, and as it should be at all others. */
    private static Hostile otherwiseGood(Play play, String name, Moment moment, String... lines) {
        var script = new ArrayList<>(play.spoilt(moment, say(lines)));
        var good = play.good();
        script.addAll(good.subList(script.size(), good.size()));
        return Hostile.of(play, name, "working", script);
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
