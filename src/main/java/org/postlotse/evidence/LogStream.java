package org.postlotse.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A log as a stream of bytes: its lines are handed to a reader without being copied. */
public final class LogStream {
    /** A longer line is no log line of ours: its beginning is read, the rest is let go by. */
    private static final int LONGEST_LINE = 64 * 1024;

    private static final int BLOCK = 1024 * 1024;

    private LogStream() {}

    /** Reads all lines, the last one also without a line feed. Positions are offsets of their first bytes. */
    public static void read(InputStream stream, LogReader reader) throws IOException {
        var block = new byte[BLOCK + LONGEST_LINE];
        long offset = 0;
        int filled = 0;
        boolean cut = false;
        while (true) {
            int more = stream.read(block, filled, block.length - filled);
            int end = filled + Math.max(more, 0);
            int from = 0;
            for (int i = LineFeed.next(block, filled, end); i < end; i = LineFeed.next(block, i + 1, end)) {
                if (!cut) reader.line(block, from, i, offset + from);
                cut = false;
                from = i + 1;
            }
            if (more < 0) {
                if (from < end && !cut) reader.line(block, from, end, offset + from);
                return;
            }
            if (end - from > LONGEST_LINE) {
                if (!cut) reader.line(block, from, from + LONGEST_LINE, offset + from);
                cut = true;
                from = end;
            }
            block = rest(block, from, end);
            offset += from;
            filled = end - from;
        }
    }

    private static byte[] rest(byte[] block, int from, int end) {
        if (from == 0) return block;
        if (end > from) System.arraycopy(block, from, block, 0, end - from);
        return end - from > BLOCK ? Arrays.copyOf(block, end - from + BLOCK) : block;
    }
}
