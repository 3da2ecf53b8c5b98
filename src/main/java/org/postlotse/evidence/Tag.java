package org.postlotse.evidence;

import org.jspecify.annotations.Nullable;

/** A program on a machine, as both stand in the lines that it writes, and who reads those. */
final class Tag {
    private final byte[] text;
    private final int host;
    private final long machine;
    private final long service;
    private boolean met;
    private LogReader.@Nullable Spoken spoken;
    private boolean tells;

    /**
     * A tag.
     *
     * @param text both names, with what stands between them
     * @param host the length of the machine's
     * @param machine a number for its machine
     * @param service a number for both
     */
    Tag(byte[] text, int host, long machine, long service) {
        this.text = text;
        this.host = host;
        this.machine = machine;
        this.service = service;
    }

    /** Whether it stands at an index, with what ends a tag behind it. */
    boolean stands(byte[] line, int at, int to) {
        int end = at + text.length;
        return end < to && Octets.stand(line, at, text) && ends(line[end]);
    }

    private static boolean ends(byte letter) {
        return letter == '[' || letter == ':' || letter == ' ';
    }

    int length() {
        return text.length;
    }

    /** The length of the machine's name. */
    int host() {
        return host;
    }

    long machine() {
        return machine;
    }

    long service() {
        return service;
    }

    /** Whether it is known who reads it. */
    boolean isMet() {
        return met;
    }

    /**
     * Now it is known who reads it.
     *
     * @param reader null where no dialect is known
     * @param tellsOfLogins whether there is anything to read
     */
    void meet(LogReader.@Nullable Spoken reader, boolean tellsOfLogins) {
        met = true;
        spoken = reader;
        tells = tellsOfLogins;
    }

    LogReader.@Nullable Spoken spoken() {
        return spoken;
    }

    boolean tells() {
        return tells;
    }
}
