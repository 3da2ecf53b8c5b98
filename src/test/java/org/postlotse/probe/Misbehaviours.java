package org.postlotse.probe;

import static org.postlotse.support.Step.awaitOctets;
import static org.postlotse.support.Step.drip;
import static org.postlotse.support.Step.flood;
import static org.postlotse.support.Step.halfClose;
import static org.postlotse.support.Step.hangUp;
import static org.postlotse.support.Step.raw;
import static org.postlotse.support.Step.reset;
import static org.postlotse.support.Step.say;
import static org.postlotse.support.Step.silent;

import java.util.stream.Stream;
import org.postlotse.probe.Play.Moment;
import org.postlotse.support.Step;

/** What a server that knows no protocol at all may do at every moment, in every protocol, over TLS and STARTTLS. */
final class Misbehaviours {
    /** A TLS record of 16 KiB begins so, and then comes slowly. */
    private static final String SLOW = "\u0016\u0003\u0003\u003f\u0080\u0002" + "\0".repeat(500);

    private Misbehaviours() {}

    /** What it does from one moment on. */
    enum Act {
        IS_SILENT("silent", silent()),
        DRIPS("silent", drip("* OK + 2 " + "very slow ".repeat(50))),
        NEVER_ENDS_ITS_LINE("silent", raw("* OK +OK 220 no end"), silent()),
        ENDS_ITS_LINE_WITH_CR("silent", raw("* OK\r+OK\r220 \r"), silent()),
        HANGS_UP("protocol-broken", hangUp()),
        RESETS("protocol-broken", reset()),
        CLOSES_HALF("protocol-broken", halfClose()),
        HANGS_UP_IN_ITS_LINE("protocol-broken", raw("* O"), hangUp()),
        TALKS_NONSENSE("protocol-broken", say("nonsense"), silent()),
        SAYS_NOTHING_IN_THREE_LINES("protocol-broken", say("", "", ""), silent()),
        SAYS_NOTHING_IN_A_MILLION_LINES("protocol-broken", flood("\r\n")),
        TALKS_IN_ONE_ENDLESS_LINE("protocol-broken", flood("A".repeat(4000))),
        SENDS_NUL("protocol-broken", raw("* OK \0\r\n+OK \0\r\n"), silent()),
        SENDS_BINARY("protocol-broken", raw(binary()), silent()),
        SENDS_A_TERMINALS_ESCAPES("protocol-broken", raw("\u001b[2J\u001b[31mnice\r\n"), silent()),
        SENDS_SCRIPT("protocol-broken", say("<script>alert('x')</script>"), silent()),
        SPEAKS_HTTP("protocol-broken", say("HTTP/1.1 400 Bad Request", "Connection: close", ""), hangUp()),
        SPEAKS_ANOTHER_TONGUE("protocol-broken", say("SSH-2.0-OpenSSH_9.2"), silent());

        private final String kind;
        private final Step[] steps;

        Act(String kind, Step... steps) {
            this.kind = kind;
            this.steps = steps;
        }

        private Step[] at(Moment moment) {
            if (moment != Moment.HANDSHAKE) return steps;
            var spoilt = this == DRIPS ? new Step[] {drip(SLOW)} : steps;
            return Stream.concat(Stream.of(awaitOctets()), Stream.of(spoilt)).toArray(Step[]::new);
        }

        /** What must be told of it. */
        private String kindAt(Moment moment) {
            if (moment == Moment.GOODBYE) return "working";
            if (moment != Moment.HANDSHAKE) return kind;
            return this == IS_SILENT || this == DRIPS ? "silent" : "tls-broken";
        }

        private static byte[] binary() {
            var octets = new byte[300];
            for (int i = 0; i < octets.length; i++) octets[i] = (byte) (255 - i % 200);
            octets[octets.length - 1] = '\n';
            return octets;
        }
    }

    static Stream<Hostile> all() {
        return Play.all()
                .flatMap(play -> play.moments().stream()
                        .flatMap(moment -> Stream.of(Act.values())
                                .map(act -> Hostile.at(
                                        play, moment + " " + act, act.kindAt(moment), moment, act.at(moment)))));
    }
}
