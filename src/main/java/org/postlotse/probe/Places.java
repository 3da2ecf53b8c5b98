package org.postlotse.probe;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.postlotse.catalogue.Server;
import org.postlotse.probe.Verdict.Busy;

/**
 * How many log-ins may be under way at once: so many at each port of each server, so many in all. Who finds no place
 * waits a little, never in a queue without end.
 */
final class Places {
    /** Of the time that a probe has, the part that it may spend on waiting. */
    private static final int PART = 4;

    private final int perServer;
    private final Semaphore all;
    private final Map<String, Semaphore> each = new ConcurrentHashMap<>();

    Places(int perServer, int inTotal) {
        this.perServer = perServer;
        this.all = new Semaphore(inTotal);
    }

    /** A place that was taken; closing it gives it back. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /** A place, or the verdict that there is none. */
    Place take(Server server, Deadline deadline) throws EarlyVerdict, InterruptedException {
        // one full server must not fill the total with those who wait for it
        var here = each.computeIfAbsent(server.host() + ":" + server.port(), name -> new Semaphore(perServer, true));
        var patience = deadline.remaining().dividedBy(PART);
        if (!taken(here, patience)) throw new EarlyVerdict(new Busy());
        if (!all.tryAcquire()) {
            here.release();
            throw new EarlyVerdict(new Busy());
        }
        return () -> {
            all.release();
            here.release();
        };
    }

    private static boolean taken(Semaphore places, Duration patience) throws InterruptedException {
        return places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
    }
}
