package org.postlotse.probe;

import java.time.Duration;
import java.util.Optional;

/** How far one probe has come, and what it saw on the way; read by whoever waits for it. */
final class Progress {
    private volatile Stage stage = Stage.RESOLVE;
    private volatile long since = System.nanoTime();
    private volatile Optional<Encryption> encryption = Optional.empty();
    private volatile String words = "";

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

    /** What the server said so far is no answer any more. */
    void asked() {
        words = "";
    }

    /** Keeps whole lines, so that nothing that is to be struck out of them is cut in two; and not many. */
    void heard(String line) {
        if (words.length() < Folded.LONGEST) words = words.concat(line + "\n");
    }

    /** What the server said since it was asked last, its beginning at least; anybody's text. */
    String words() {
        return words;
    }

    void saw(Encryption seen) {
        encryption = Optional.of(seen);
    }

    Optional<Encryption> encryption() {
        return encryption;
    }
}
