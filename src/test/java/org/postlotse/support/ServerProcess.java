package org.postlotse.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A server of the machine that a test starts on loopback and ends, with all its children, by their process ids. */
final class ServerProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final Process process;
    private final Path output;

    private ServerProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts it, with a file for all its words, and waits until it is ready. */
    static ServerProcess start(List<String> command, Path output, BooleanSupplier ready) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process.getOutputStream().close();
            var server = new ServerProcess(process, output);
            if (server.waitUntil(ready)) return server;
            server.close();
            throw new IllegalStateException(command + " does not start:\n" + server.output());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** All that it and its children have said so far. */
    String output() {
        try {
            return Files.readString(output);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** What they have said once these words stand in it, or when patience is over. */
    String outputWith(String words) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!output().contains(words) && System.nanoTime() < until) LockSupport.parkNanos(PAUSE.toNanos());
        return output();
    }

    /** It and all that it has started. */
    List<ProcessHandle> family() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
    }

    /** Whether somebody takes connections at this port of loopback. */
    static boolean takesConnections(int port) {
        try (var knock = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return knock.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private boolean waitUntil(BooleanSupplier ready) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            if (ready.getAsBoolean()) return true;
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return false;
    }

    /** Asks it to end, and forces whoever of its family is still there when it has ended or has not done so in time. */
    @Override
    public void close() {
        var family = family();
        process.destroy();
        if (!ended(process.toHandle())) process.destroyForcibly();
        family.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
        family.forEach(ServerProcess::ended);
    }

    /** Waits for its end, at most ten seconds; whether it has come. */
    static boolean ended(ProcessHandle process) {
        try {
            CompletableFuture<ProcessHandle> end = process.onExit();
            return !end.get(10, TimeUnit.SECONDS).isAlive();
        } catch (TimeoutException | ExecutionException stuck) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
