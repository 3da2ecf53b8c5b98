package org.postlotse.campaign;

import java.time.Duration;

/** So many letters a second and no more. One thread at a time. */
final class LetterPace {
    private final long between;
    private long next = System.nanoTime();

    LetterPace(int perSecond) {
        between = Duration.ofSeconds(1).toNanos() / perSecond;
    }

    /** Waits for the next letter's turn; false when the process is ending. */
    boolean await() {
        long now = System.nanoTime();
        long wait = next - now;
        next = Math.max(next, now) + between;
        if (wait <= 0) return !Thread.currentThread().isInterrupted();
        try {
            Thread.sleep(Duration.ofNanos(wait));
            return true;
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
