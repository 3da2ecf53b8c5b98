package org.postlotse.support;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/** Keeps scripts from going on until it is opened. */
public final class Gate {
    private final CountDownLatch opened = new CountDownLatch(1);

    /** The step that waits. */
    public Step pass() {
        return actor -> {
            try {
                opened.await();
            } catch (InterruptedException stopped) {
                throw new IOException(stopped);
            }
        };
    }

    public void open() {
        opened.countDown();
    }
}
