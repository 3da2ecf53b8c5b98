package org.postlotse.probe;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The moment at which all must be over, and the connections that are closed then. Closing is what ends a read or a
 * write that is stuck; the streams' own timeouts only make it rare.
 */
final class Deadline {
    private final long end;
    private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
    private volatile boolean struck;

    private Deadline(long end) {
        this.end = end;
    }

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** Never negative. */
    Duration remaining() {
        return struck ? Duration.ZERO : Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    /** For timeouts that take 0 for endless: 1 at least. */
    int remainingMillis() {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, remaining().toMillis()));
    }

    boolean passed() {
        return remaining().isZero();
    }

    /** This one or, where that is sooner, one in {@code time} from now. */
    Deadline within(Duration time) {
        return new Deadline(
                System.nanoTime() + Math.min(time.toNanos(), remaining().toNanos()));
    }

    /** From now on this connection does not outlive the deadline. */
    void watch(Closeable connection) {
        open.add(connection);
        if (struck) closeQuietly(connection);
    }

    void close(Closeable connection) {
        open.remove(connection);
        closeQuietly(connection);
    }

    /** It is over now: closes whatever is open, and whatever is opened later. */
    void strike() {
        struck = true;
        open.forEach(Deadline::closeQuietly);
    }

    private static void closeQuietly(Closeable connection) {
        try {
            connection.close();
        } catch (IOException gone) {
            // it is not open any more, which is what was wanted
        }
    }
}
