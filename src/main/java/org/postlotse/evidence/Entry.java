package org.postlotse.evidence;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One line of a log out of its envelope: who wrote it, when, and what it says. One object is used again for line after
 * line, so that reading makes no garbage: nobody keeps it. Positions are indices into {@link #bytes}.
 */
public final class Entry {
    private static final byte[] NOTHING = {};

    private final Words words = new Words();
    byte[] bytes = NOTHING;
    int messageFrom;
    int messageTo;
    int hostFrom;
    int hostTo;
    int programFrom;
    int programTo;
    Origin origin = Origin.SYSLOG;
    int pid;
    long micros;
    long position;
    long machine;
    long service;

    /** What kind of log a line stands in. */
    public enum Origin {
        /** The envelope names the program. */
        SYSLOG,
        /** Dovecot's own file: the message begins with the process' name. */
        DOVECOT_FILE,
        /** Exim's main log. */
        EXIM_FILE
    }

    public Origin origin() {
        return origin;
    }

    /** Microseconds since 1970, UTC. */
    public long micros() {
        return micros;
    }

    /** Where the line stands in its source: an offset or a number that grows from line to line. */
    public long position() {
        return position;
    }

    /** The process that wrote it; 0 where the envelope does not tell. */
    public int pid() {
        return pid;
    }

    /** The machine that wrote it; empty where the envelope does not tell. */
    public String host() {
        return text(hostFrom, hostTo);
    }

    public String program() {
        return text(programFrom, programTo);
    }

    /** Adds the program's name to a spelling. */
    public void spellProgram(Spellings<?> spellings) {
        spellings.add(this, programFrom, programTo);
    }

    /** Where the message begins. */
    public int from() {
        return messageFrom;
    }

    /** What stands before this index is no part of the message. */
    public void begin(int index) {
        messageFrom = index;
    }

    /** Behind the message's last byte. */
    public int to() {
        return messageTo;
    }

    /** When it was written. */
    public Instant time() {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** A number for (host, program), the same for all lines of one service. */
    public long service() {
        return service;
    }

    /** A number for (host, process): the same for all lines of one process until it ends. */
    public long process() {
        return machine << 32 ^ pid;
    }

    public byte at(int index) {
        return bytes[index];
    }

    public boolean hostIs(byte[] name) {
        return hostTo - hostFrom == name.length && has(hostFrom, name, hostTo);
    }

    public boolean programIs(byte[] name) {
        return programTo - programFrom == name.length && has(programFrom, name, programTo);
    }

    public boolean programStartsWith(byte[] name) {
        return has(programFrom, name, programTo);
    }

    public boolean programEndsWith(byte[] name) {
        return programTo - programFrom >= name.length && has(programTo - name.length, name, programTo);
    }

    /** Whether these bytes stand at an index of the message. */
    public boolean has(int index, byte[] wanted) {
        return has(index, wanted, messageTo);
    }

    private boolean has(int index, byte[] wanted, int end) {
        if (index < 0 || end - index < wanted.length) return false;
        return Octets.stand(bytes, index, wanted);
    }

    /** The first place of these bytes within the message's part; -1 where they do not stand. */
    public int find(byte[] wanted, int from, int to) {
        int end = to - wanted.length + 1;
        for (int i = Math.max(from, messageFrom); i < end; i++) {
            i = Octets.next(bytes, wanted[0], i, end);
            if (i < end && has(i, wanted, to)) return i;
        }
        return -1;
    }

    /** The last place of these bytes within the message's part; -1 where they do not stand. */
    public int findLast(byte[] wanted, int from, int to) {
        int first = Math.max(from, messageFrom);
        int i = Octets.last(bytes, wanted[0], first, to - wanted.length + 1);
        while (i >= 0 && !has(i, wanted, to)) i = Octets.last(bytes, wanted[0], first, i);
        return i;
    }

    /** The first of a byte at or after an index; {@code to} where there is none. */
    public int next(char wanted, int from, int to) {
        return Octets.next(bytes, (byte) wanted, from, to);
    }

    /** The same, faster where it stands within the next few bytes. */
    public int near(char wanted, int from, int to) {
        return Octets.near(bytes, (byte) wanted, from, to);
    }

    /** A number for a part, the same for the same bytes. */
    public long hash(int from, int to) {
        return Octets.hash(bytes, from, to);
    }

    /** Text of a part. What is no UTF-8 becomes U+FFFD. */
    public String text(int from, int to) {
        return from >= to ? "" : new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /** Text of a part that comes again and again, such as an address or a method: one object for all of its kind. */
    public String word(int from, int to) {
        return from >= to ? "" : words.of(bytes, from, to);
    }

    /** A decimal number; -1 where there is none, or one above 2³¹−1. */
    public int number(int from, int to) {
        return Octets.number(bytes, from, to);
    }
}
