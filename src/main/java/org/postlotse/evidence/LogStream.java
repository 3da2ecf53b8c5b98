package org.postlotse.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A log as a stream of bytes: its lines are handed over without being copied. */
public final class LogStream {
    /** A longer line is no log line of ours: its beginning is read, the rest is let go by. */
    private static final int LONGEST_LINE = 64 * 1024;

    /** What a processor's core has near itself: a block is read again and again while its lines are taken apart. */
    private static final int BLOCK = 32 * 1024;

    private LogStream() {}

    /** Whether anybody may still write behind a log's last byte. */
    public enum End {
        /** The last line is one, with or without a line feed. */
        FINAL,
        /** A last line without a line feed is left for the next time. */
        OPEN
    }

    /** Reads all lines of a whole log. Positions are offsets of their first bytes. */
    public static void read(InputStream stream, Lines lines) throws IOException {
        read(stream, 0, End.FINAL, lines);
    }

    /**
     * Reads from the stream's first byte, which is the log's byte at {@code start}, a line's first one.
     *
     * @return where the first unread line begins
     */
    public static long read(InputStream stream, long start, End end, Lines lines) throws IOException {
        var block = new byte[BLOCK + LONGEST_LINE];
        long offset = start;
        int filled = 0;
        boolean cut = false;
        while (true) {
            int more = stream.read(block, filled, block.length - filled);
            int to = filled + Math.max(more, 0);
            int from = 0;
            var read = text(block, filled, to);
            for (int feed = read.indexOf('\n'); feed >= 0; feed = read.indexOf('\n', feed + 1)) {
                if (!cut) lines.line(block, from, filled + feed, offset + from);
                cut = false;
                from = filled + feed + 1;
            }
            if (more < 0) {
                if (end == End.OPEN) return offset + from;
                if (from < to && !cut) lines.line(block, from, to, offset + from);
                return offset + to;
            }
            if (to - from > LONGEST_LINE) {
                if (!cut) lines.line(block, from, from + LONGEST_LINE, offset + from);
                cut = true;
                from = to;
            }
            if (from > 0 && !cut) lines.pause(offset + from);
            block = rest(block, from, to);
            offset += from;
            filled = to - from;
        }
    }

    /** In texts of this kind the JDK looks for a letter in the processor's widest registers, in arrays byte by byte. */
    private static String text(byte[] block, int from, int to) {
        return new String(block, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private static byte[] rest(byte[] block, int from, int end) {
        if (from == 0) return block;
        if (end > from) System.arraycopy(block, from, block, 0, end - from);
        return end - from > BLOCK ? Arrays.copyOf(block, end - from + BLOCK) : block;
    }
}
