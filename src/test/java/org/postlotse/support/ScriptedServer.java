package org.postlotse.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/**
 * A server on loopback that plays the same script to everybody who connects: what it says, what it waits for, and how
 * it misbehaves. It remembers what it heard.
 */
public final class ScriptedServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ServerSocket listening;
    private final SSLContext tls;
    private final List<Step> script;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final CountDownLatch played = new CountDownLatch(1);
    private final List<Actor> actors = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    private ScriptedServer(SSLContext tls, List<Step> script) throws IOException {
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.tls = tls;
        this.script = List.copyOf(script);
    }

    /** Listens on a free port until it is closed. */
    public static ScriptedServer playing(SSLContext tls, List<Step> script) {
        try {
            var server = new ScriptedServer(tls, script);
            server.start("scripted", server::serve);
            return server;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** The lines that clients sent, in the order in which they came. */
    public List<String> heard() {
        return List.copyOf(heard);
    }

    /** Waits until the script was played to its end once. */
    public void awaitEnd() {
        try {
            if (!played.await(10, TimeUnit.SECONDS)) throw new IllegalStateException("heard so far: " + heard);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** How many clients have come so far. */
    public int connections() {
        return actors.size();
    }

    /** How many clients were there at the same time, at most. */
    public int mostAtOnce() {
        return mostAtOnce.get();
    }

    private void start(String name, Runnable task) {
        var thread = Thread.ofVirtual().name(name).unstarted(task);
        threads.add(thread);
        thread.start();
    }

    private void play(Actor actor) {
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        actor.play(script);
        atOnce.decrementAndGet();
        played.countDown();
    }

    private void serve() {
        while (!listening.isClosed()) {
            try {
                var actor = new Actor(listening.accept(), tls, heard);
                actors.add(actor);
                start("scripted-actor", () -> play(actor));
            } catch (IOException closed) {
                return;
            }
        }
    }

    /** Nothing of it is left afterwards: a socket that somebody reads is not given back before he has noticed. */
    @Override
    public void close() {
        try {
            listening.close();
            await(threads.getFirst()); // who comes in the last moment is among the actors then
            actors.forEach(Actor::close);
            for (var thread : threads) await(thread);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private void await(Thread thread) throws InterruptedException {
        if (!thread.join(PATIENCE)) throw new IllegalStateException("a script goes on without its client: " + heard);
    }
}
