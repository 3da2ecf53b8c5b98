package org.postlotse.probe;

import static org.postlotse.support.Step.awaitOctets;
import static org.postlotse.support.Step.flood;
import static org.postlotse.support.Step.halfClose;
import static org.postlotse.support.Step.hangUp;
import static org.postlotse.support.Step.hear;
import static org.postlotse.support.Step.raw;
import static org.postlotse.support.Step.renegotiate;
import static org.postlotse.support.Step.reset;
import static org.postlotse.support.Step.say;
import static org.postlotse.support.Step.silent;
import static org.postlotse.support.Step.tlsCutAfter;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.postlotse.probe.Play.Moment;
import org.postlotse.support.Step;

/** What a server does in the midst of a handshake, and with TLS itself. */
final class HandshakeTricks {
    /** Alerts of RFC 8446 §6 that may come instead of a ServerHello, in a record of TLS 1.2. */
    private static final Map<String, Integer> ALERTS = Map.of(
            "unexpected_message", 10,
            "bad_record_mac", 20,
            "handshake_failure", 40,
            "illegal_parameter", 47,
            "access_denied", 49,
            "internal_error", 80,
            "unrecognized_name", 112,
            "no_application_protocol", 120);

    private HandshakeTricks() {}

    static Stream<Hostile> all() {
        return Play.all()
                .flatMap(play -> Stream.of(cuts(play), alerts(play), openings(play), afterwards(play))
                        .flatMap(each -> each));
    }

    /** The server's real first flight, cut within its hello, behind it and within its certificate. */
    private static Stream<Hostile> cuts(Play play) {
        return Stream.of(3, 60, 200, 700)
                .flatMap(octets -> Stream.of(
                        cut(play, octets, "silent", "silence", silent()),
                        cut(play, octets, "tls-broken", "hanging up", hangUp()),
                        cut(play, octets, "tls-broken", "a reset", reset()),
                        cut(play, octets, "tls-broken", "a half-close", halfClose()),
                        cut(play, octets, "tls-broken", "an answer in clear", say(play.welcome()), hangUp()),
                        cut(play, octets, "tls-broken", "a flood", flood("\u0017\u0003\u0003\u0000\u0001x"))));
    }

    private static Hostile cut(Play play, int octets, String told, String name, Step... steps) {
        var all =
                Stream.concat(Stream.of(tlsCutAfter(octets)), Stream.of(steps)).toArray(Step[]::new);
        return Hostile.at(play, "handshake, " + octets + " octets and then " + name, told, Moment.HANDSHAKE, all);
    }

    private static Stream<Hostile> alerts(Play play) {
        return ALERTS.entrySet().stream()
                .map(alert -> opening(
                        play,
                        "alert " + alert.getKey(),
                        "tls-broken",
                        "15 0303 0002 02 %02x".formatted(alert.getValue())));
    }

    private static Stream<Hostile> openings(Play play) {
        return Stream.of(
                opening(play, "alert protocol_version", "tls-too-old", "15 0302 0002 02 46"),
                opening(play, "close_notify at once", "tls-broken", "15 0303 0002 01 00"),
                opening(
                        play,
                        "ServerHello of TLS 1.0",
                        "tls-too-old",
                        "16 0301 002a 02 000026 0301" + " 00".repeat(36)),
                opening(
                        play,
                        "ServerHello of TLS 1.1",
                        "tls-too-old",
                        "16 0302 002a 02 000026 0302" + " 00".repeat(36)),
                opening(play, "ServerHello of SSL 3", "tls-too-old", "16 0300 002a 02 000026 0300" + " 00".repeat(36)),
                opening(
                        play,
                        "ServerHello with NULL_WITH_NULL_NULL",
                        "tls-broken",
                        "16 0303 002a 02 000026 0303" + " 01".repeat(32) + " 00 0000 00"),
                opening(
                        play,
                        "ServerHello with RC4",
                        "tls-broken",
                        "16 0303 002a 02 000026 0303" + " 01".repeat(32) + " 00 0005 00"),
                opening(
                        play,
                        "ServerHello with an export cipher",
                        "tls-broken",
                        "16 0303 002a 02 000026 0303" + " 01".repeat(32) + " 00 0008 00"),
                opening(
                        play,
                        "ServerHello with a cipher that was not offered",
                        "tls-broken",
                        "16 0303 002a 02 000026 0303" + " 01".repeat(32) + " 00 fefe 00"),
                opening(
                        play,
                        "ServerHello with a protocol that was not asked for (ALPN)",
                        "tls-broken",
                        "16 0303 0035 02 000031 0303" + " 01".repeat(32) + " 00 c02f 00 0009 0010 0005 0003 02 6832"),
                opening(play, "certificate of 16 MiB announced", "tls-broken", "16 0303 0004 0b ffffff"),
                opening(play, "HelloRequest without end", "tls-broken", "16 0303 0004 00 000000 ".repeat(400)),
                opening(play, "record of no length", "tls-broken", "16 0303 0000 ".repeat(40)));
    }

    private static Hostile opening(Play play, String name, String told, String octets) {
        var bytes = HexFormat.of().parseHex(octets.replace(" ", ""));
        return Hostile.at(play, name, told, Moment.HANDSHAKE, awaitOctets(), raw(bytes), hangUp());
    }

    /** When TLS is agreed on. */
    private static Stream<Hostile> afterwards(Play play) {
        var script = new ArrayList<Step>();
        for (var step : play.spoilt(Moment.LOGIN)) script.add(step);
        script.add(renegotiate());
        script.add(say(play.welcome()));
        script.add(hear());
        return Stream.of(
                Hostile.of(play, "renegotiates once", "working", script),
                Hostile.at(
                        play,
                        "clear text beside TLS",
                        "tls-broken",
                        Moment.LOGIN,
                        Step.bypassingTls("HTT\u00ff\u00ff 400\r\n\r\n"),
                        silent()));
    }
}
