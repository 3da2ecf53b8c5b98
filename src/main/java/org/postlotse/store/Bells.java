package org.postlotse.store;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.postlotse.evidence.Arrivals;

/** Who listens on this node, by the digests of what is listened for: a mailbox, and where one comes from. */
final class Bells {
    private final Map<Long, Set<Bell>> hung = new ConcurrentHashMap<>();

    private final class Bell implements Arrivals.Listening {
        private final Set<Long> digests;
        private final Semaphore rung = new Semaphore(0);

        Bell(Set<Long> digests) {
            this.digests = digests;
        }

        @Override
        public boolean await(Duration most) throws InterruptedException {
            if (!rung.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) return false;
            rung.drainPermits(); // however often: it is looked up once
            return true;
        }

        @Override
        public void wake() {
            rung.release();
        }

        @Override
        public void close() {
            for (var one : digests)
                hung.computeIfPresent(one, (digest, bells) -> {
                    bells.remove(this);
                    return bells.isEmpty() ? null : bells;
                });
        }
    }

    Arrivals.Listening hang(Set<Long> digests) {
        var bell = new Bell(digests);
        for (var one : digests)
            hung.compute(one, (digest, bells) -> {
                var together = bells == null ? ConcurrentHashMap.<Bell>newKeySet() : bells;
                together.add(bell);
                return together;
            });
        return bell;
    }

    void ring(Collection<Long> digests) {
        for (var digest : digests) hung.getOrDefault(digest, Set.of()).forEach(bell -> bell.rung.release());
    }

    /** Something may have been missed. */
    void ringAll() {
        ring(hung.keySet());
    }

    boolean isEmpty() {
        return hung.isEmpty();
    }
}
