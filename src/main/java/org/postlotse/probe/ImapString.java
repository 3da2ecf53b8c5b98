package org.postlotse.probe;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An astring as LOGIN takes it (RFC 9051 §4.3): quoted where it may be, else a literal, because a quoted string holds
 * ASCII only.
 *
 * @param head what can be sent at once
 * @param tail what has to wait until the server invites it; empty when nothing has to
 */
record ImapString(byte[] head, byte[] tail) {
    /**
     * Takes the octets over and wipes them.
     *
     * @param unasked whether the server takes a literal without inviting it
     */
    static ImapString of(byte[] octets, boolean unasked) {
        if (quotable(octets)) return new ImapString(quoted(octets), new byte[0]);
        var size = ("{" + octets.length + (unasked ? "+}\r\n" : "}\r\n")).getBytes(StandardCharsets.US_ASCII);
        return unasked ? new ImapString(Login.joined(size, octets), new byte[0]) : new ImapString(size, octets);
    }

    boolean waits() {
        return tail.length > 0;
    }

    void wipe() {
        Arrays.fill(head, (byte) 0);
        Arrays.fill(tail, (byte) 0);
    }

    private static boolean quotable(byte[] octets) {
        for (byte octet : octets) if (octet < ' ' || octet == 0x7f) return false; // beyond ASCII is negative
        return true;
    }

    private static byte[] quoted(byte[] octets) {
        var quoted = new byte[2 * octets.length + 2];
        int at = 0;
        quoted[at++] = '"';
        for (byte octet : octets) {
            if (octet == '"' || octet == '\\') quoted[at++] = '\\';
            quoted[at++] = octet;
        }
        quoted[at++] = '"';
        var exact = Arrays.copyOf(quoted, at);
        Arrays.fill(quoted, (byte) 0);
        Arrays.fill(octets, (byte) 0);
        return exact;
    }
}
