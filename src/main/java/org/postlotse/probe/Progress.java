package org.postlotse.probe;

import java.time.Duration;
import java.util.Optional;

/** How far one probe has come, and what it saw on the way; read by whoever waits for it. */
final class Progress {
    private volatile Stage stage = Stage.RESOLVE;
    private volatile long since = System.nanoTime();
    private volatile Optional<Encryption> encryption = Optional.empty();

    void at(Stage stage) {
        since = System.nanoTime();
        this.stage = stage;
    }

    Stage stage() {
        return stage;
    }

    /** How long this stage has been going on. */
    Duration sinceStage() {
        return Duration.ofNanos(System.nanoTime() - since);
    }

    void saw(Encryption seen) {
        encryption = Optional.of(seen);
    }

    Optional<Encryption> encryption() {
        return encryption;
    }
}
