package org.postlotse.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A server of the machine that a test starts on loopback and ends, with all its children, by their process ids. */
final class ServerProcess implements AutoCloseable {
    private static final int TRIES = 1_500;
    private static final long PAUSE_NANOS = 20_000_000;

    private final Process process;

    private ServerProcess(Process process) {
        this.process = process;
    }

    /** Starts it and waits until it takes connections at a port. */
    static ServerProcess start(List<String> command, Path output, int port) {
        try {
            var server = new ServerProcess(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start());
            server.await(command.getFirst(), port);
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void await(String name, int port) {
        for (int tries = 0; tries < TRIES && process.isAlive(); tries++) {
            try (var knock = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (knock.isConnected()) return;
            } catch (IOException notYet) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        close();
        throw new IllegalStateException(name + " does not start");
    }

    @Override
    public void close() {
        var children = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS))
                process.destroyForcibly().waitFor();
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        children.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
    }
}
