package org.postlotse.catalogue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * What is done again and again on a thread of its own until it is ended. The thread is never interrupted: it may be in a
 * database's file, which an interrupt closes for everybody.
 */
public final class Repeated {
    private final CountDownLatch ending = new CountDownLatch(1);
    private final Supplier<Duration> step;
    private final Thread thread;

    private Repeated(String name, Supplier<Duration> step) {
        this.step = step;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::go);
    }

    /**
     * Begins.
     *
     * @param step does it once, throws nothing, and tells how long to wait until the next time
     */
    public static Repeated start(String name, Supplier<Duration> step) {
        var repeated = new Repeated(name, step);
        repeated.thread.start();
        return repeated;
    }

    private void go() {
        try {
            while (!ending.await(step.get().toMillis(), TimeUnit.MILLISECONDS)) {
                // the next time
            }
        } catch (InterruptedException nobodyDoes) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is being done is the last time; whoever waits for the next one waits no more. */
    public void end() {
        ending.countDown();
    }

    /** Waits until it has ended; whether it has. */
    public boolean hasEnded(Duration most) throws InterruptedException {
        return thread.join(most);
    }
}
