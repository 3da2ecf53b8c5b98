package org.postlotse.probe;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Arrays;

/**
 * A connection that hands over a limited number of bytes in a limited time, whatever the other side does. It guards
 * the bytes on the wire, below TLS, so that endless handshakes and chains are caught as well as endless lines.
 */
final class GuardedSocket extends Socket {
    /** The most that is ever read of one server, in bytes; an honest dialogue with TLS needs about 8 KiB. */
    static final int BUDGET = 64 * 1024;

    private static final int OPENING = 11;

    private Deadline deadline;
    private int budget = BUDGET;
    private boolean timedOut;
    private boolean overspent;
    private byte[] opening = new byte[0];

    GuardedSocket(Deadline deadline) {
        this.deadline = deadline;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new Guard(super.getInputStream());
    }

    /** From now on this deadline holds. */
    void until(Deadline sooner) {
        deadline = sooner;
    }

    boolean late() {
        return timedOut || deadline.passed();
    }

    /** Whether the server said more than it may. */
    boolean overspent() {
        return overspent;
    }

    /** How many bytes were read. */
    int octets() {
        return BUDGET - budget;
    }

    /** From now on the first bytes are kept: they tell what spoke where a TLS server was due. */
    void awaitOpening() {
        opening = new byte[0];
    }

    /** The first bytes, 11 at most. */
    byte[] opening() {
        return opening.clone();
    }

    private final class Guard extends FilterInputStream {
        Guard(InputStream wire) {
            super(wire);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) return 0;
            if (deadline.passed()) throw new IOException("the time is over");
            if (budget == 0) {
                overspent = true;
                throw new IOException("more than " + BUDGET + " bytes");
            }
            setSoTimeout(deadline.remainingMillis());
            try {
                int count = super.read(into, offset, Math.min(length, budget));
                if (count > 0) note(into, offset, count);
                return count;
            } catch (SocketTimeoutException silent) {
                timedOut = true; // TLS passes it on in other words
                throw silent;
            }
        }

        private void note(byte[] bytes, int offset, int count) {
            budget -= count;
            int more = Math.min(count, OPENING - opening.length);
            if (more <= 0) return;
            int known = opening.length;
            opening = Arrays.copyOf(opening, known + more);
            System.arraycopy(bytes, offset, opening, known, more);
        }
    }
}
