package org.postlotse.intake;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Cuts a stream into syslog messages, whichever of the two framings of RFC 6587 each one has: its length in digits before it
 * (§3.4.1), or a line feed or a zero behind it (§3.4.2). A message becomes one line.
 */
final class SyslogFrames {
    private static final int LONGEST = 64 * 1024;
    private static final int MOST_DIGITS = 7;

    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private int announced;
    /** Of the announced length; below zero where a message ends with a line feed. */
    private int missing = -1;

    private boolean counting;
    private int digits;

    /** The messages that are whole with these bytes, each with a line feed; what is not whole waits. */
    byte[] read(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) next(bytes[i]);
        var whole = lines.toByteArray();
        lines.reset();
        return whole;
    }

    /** What still waits when the stream has ended. */
    byte[] end() {
        finish();
        return read(new byte[0], 0);
    }

    private void next(byte b) {
        if (missing > 0) {
            keep(b == '\n' || b == 0 ? (byte) ' ' : b);
            if (--missing == 0) finish();
        } else if (counting) count(b);
        else if (message.size() == 0 && b >= '1' && b <= '9') {
            counting = true;
            announced = 0;
            digits = 0;
            count(b);
        } else if (b == '\n' || b == 0) finish();
        else keep(b);
    }

    private void count(byte b) {
        if (b >= '0' && b <= '9' && digits < MOST_DIGITS) {
            announced = announced * 10 + b - '0';
            digits++;
            return;
        }
        counting = false;
        if (b == ' ' && digits <= MOST_DIGITS) missing = announced;
        else { // a line that begins with a year or the like
            message.writeBytes(Integer.toString(announced).getBytes(StandardCharsets.US_ASCII));
            next(b);
        }
    }

    private void keep(byte b) {
        if (message.size() < LONGEST) message.write(b);
    }

    private void finish() {
        missing = -1;
        counting = false;
        if (message.size() > 0) {
            lines.writeBytes(message.toByteArray());
            lines.write('\n');
        }
        message.reset();
    }
}
