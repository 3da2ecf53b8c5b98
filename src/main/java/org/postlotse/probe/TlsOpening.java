package org.postlotse.probe;

import java.nio.charset.StandardCharsets;

/** The first record that came back from a server which was asked for TLS 1.2 or 1.3 (RFC 8446 §5.1, §4.1.3, §6). */
final class TlsOpening {
    private static final int ALERT = 21;
    private static final int HANDSHAKE = 22;
    private static final int SERVER_HELLO = 2;
    private static final int TLS_1_2 = 0x0303;
    private static final int HANDSHAKE_FAILURE = 40;
    private static final int PROTOCOL_VERSION = 70;

    private TlsOpening() {}

    /**
     * Whether the server said that it speaks older versions only: the alert {@code protocol_version}, an alert
     * {@code handshake_failure} in a record of an older version, or a ServerHello that chose one.
     *
     * @param octets the first octets of its answer, as many as came
     */
    static boolean tooOld(byte[] octets) {
        if (octets.length < 7) return false;
        return switch (octets[0]) {
            case ALERT ->
                octets[6] == PROTOCOL_VERSION || octets[6] == HANDSHAKE_FAILURE && version(octets, 1) < TLS_1_2;
            case HANDSHAKE -> octets.length >= 11 && octets[5] == SERVER_HELLO && version(octets, 9) < TLS_1_2;
            default -> false;
        };
    }

    /** What it said in clear; empty where it spoke TLS: no type of a record is the code of a letter or a digit. */
    static String words(byte[] octets) {
        return octets.length > 0 && octets[0] >= ' ' ? new String(octets, StandardCharsets.UTF_8) : "";
    }

    private static int version(byte[] octets, int at) {
        return (octets[at] & 0xff) << 8 | octets[at + 1] & 0xff;
    }
}
