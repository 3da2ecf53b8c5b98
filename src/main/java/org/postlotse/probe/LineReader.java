package org.postlotse.probe;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Cuts a stream into lines and never holds more than one of them. Takes a bare LF for a line's end, as clients do. */
final class LineReader {
    /** The longest line that is read, in bytes with its end; RFC 9051 §5 lets servers expect as much of clients. */
    static final int LONGEST = 8 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[2048];
    private int next;
    private int end;

    LineReader(InputStream in) {
        this.in = in;
    }

    /** The line was longer than {@link #LONGEST}, or holds a NUL, which no mail protocol allows. */
    static final class NoLine extends IOException {
        private static final long serialVersionUID = 1L;

        NoLine(String beginning) {
            super(beginning);
        }
    }

    /** The next line without its end. What is not UTF-8 in it becomes U+FFFD. */
    String line() throws IOException {
        var line = new ByteArrayOutputStream(128);
        for (int octet = octet(); octet != '\n'; octet = octet()) {
            line.write(octet);
            if (octet == 0 || line.size() >= LONGEST) throw new NoLine(line.toString(StandardCharsets.UTF_8));
        }
        var text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    void skip(int octets) throws IOException {
        for (int i = 0; i < octets; i++) octet();
    }

    /** Whether the server has said more than was read, as far as it has arrived. */
    boolean hasMore() throws IOException {
        return next < end || in.available() > 0;
    }

    /** The line that has been begun, as far as it has arrived: whoever sends half a line is not waited for. */
    String arrived() throws IOException {
        var line = new ByteArrayOutputStream(128);
        while (hasMore() && line.size() < LONGEST) {
            int octet = octet();
            if (octet == '\n') break;
            line.write(octet);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private int octet() throws IOException {
        if (next == end) {
            next = 0;
            end = Math.max(0, in.read(buffer));
            if (end == 0) throw new EOFException();
        }
        return buffer[next++] & 0xff;
    }
}
