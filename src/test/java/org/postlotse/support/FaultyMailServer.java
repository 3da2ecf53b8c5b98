package org.postlotse.support;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** A mail server (SMTP, TLS from the first octet) that goes wrong for the recipients for which it is told to. */
public final class FaultyMailServer implements AutoCloseable {
    /** What goes wrong. */
    public enum Fault {
        NONE,
        /** 550 after RCPT. */
        REFUSE_RECIPIENT,
        /** 451 after RCPT. */
        LATER,
        /** 554 after the whole text. */
        REJECT_TEXT,
        /** The connection is cut when the text has come; it was taken, and nobody is told. */
        TAKE_AND_HANG_UP,
        /** The connection is cut when the text has come; it was not taken. */
        HANG_UP
    }

    private final SSLServerSocket listening;
    private final BiFunction<String, Integer, Fault> plan;
    private final Map<String, AtomicInteger> tries = new ConcurrentHashMap<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final AtomicInteger takenSoFar = new AtomicInteger();
    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final boolean remembers;

    private FaultyMailServer(SSLServerSocket listening, BiFunction<String, Integer, Fault> plan, boolean remembers) {
        this.listening = listening;
        this.plan = plan;
        this.remembers = remembers;
    }

    /**
     * Listens on a free port of loopback until it is closed.
     *
     * @param plan what goes wrong for a recipient at his first, second … letter
     * @param remembers all commands and texts; counts only, where a hundred thousand come
     */
    public static FaultyMailServer start(SSLContext tls, BiFunction<String, Integer, Fault> plan, boolean remembers) {
        try {
            var socket = (SSLServerSocket)
                    tls.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
            var server = new FaultyMailServer(socket, plan, remembers);
            Thread.ofVirtual().name("mail-server").start(server::serve);
            return server;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** How many texts it took. */
    public int taken() {
        return takenSoFar.get();
    }

    /** How many texts each recipient got. */
    public Map<String, AtomicInteger> counts() {
        return counts;
    }

    /** The texts that it took, in their order. */
    public List<String> texts() {
        return List.copyOf(taken);
    }

    /** The commands that it heard, in their order. */
    public List<String> heard() {
        return List.copyOf(heard);
    }

    /** How many clients have come so far. */
    public int connections() {
        return connections.get();
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void serve() {
        while (!listening.isClosed())
            try {
                var client = listening.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> talk(client));
            } catch (IOException closed) {
                return;
            }
    }

    private void talk(Socket client) {
        try (client) {
            new Talk(new BufferedInputStream(client.getInputStream()), client.getOutputStream()).go();
        } catch (IOException gone) {
            // the client's end, or its death
        }
    }

    private final class Talk {
        private final InputStream in;
        private final OutputStream out;
        private String recipient = "";
        private Fault fault = Fault.NONE;

        private Talk(InputStream in, OutputStream out) {
            this.in = in;
            this.out = out;
        }

        private void go() throws IOException {
            say("220 mail.example.test ESMTP");
            while (true) {
                var line = line();
                if (remembers) heard.add(line);
                var verb = line.split("[ :]", 2)[0].toUpperCase(java.util.Locale.ROOT);
                switch (verb) {
                    case "EHLO" -> say("250-mail.example.test\r\n250 8BITMIME");
                    case "RCPT" -> recipient(line);
                    case "DATA" -> {
                        say("354 go on");
                        if (!text()) return;
                    }
                    case "QUIT" -> {
                        say("221 bye");
                        return;
                    }
                    default -> say("250 fine");
                }
            }
        }

        private void recipient(String line) throws IOException {
            recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
            fault = plan.apply(
                    recipient,
                    tries.computeIfAbsent(recipient, name -> new AtomicInteger())
                            .incrementAndGet());
            switch (fault) {
                case REFUSE_RECIPIENT -> say("550 5.1.1 no such mailbox");
                case LATER -> say("451 4.3.0 patience");
                case NONE, REJECT_TEXT, TAKE_AND_HANG_UP, HANG_UP -> say("250 fine");
            }
        }

        /** Whether the connection goes on. */
        private boolean text() throws IOException {
            var text = new StringBuilder();
            for (var line = line(); !line.equals("."); line = line())
                if (remembers) text.append(line).append('\n');
            boolean took = fault == Fault.NONE || fault == Fault.TAKE_AND_HANG_UP;
            if (took) {
                counts.computeIfAbsent(recipient, name -> new AtomicInteger()).incrementAndGet();
                takenSoFar.incrementAndGet();
                if (remembers) taken.add(text.toString());
            }
            if (fault == Fault.HANG_UP || fault == Fault.TAKE_AND_HANG_UP) return false;
            say(took ? "250 taken" : "554 5.7.1 not this");
            return true;
        }

        private void say(String words) throws IOException {
            out.write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }

        private String line() throws IOException {
            var octets = new ByteArrayOutputStream();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) throw new IOException("gone");
                if (next != '\r') octets.write(next);
            }
            return octets.toString(StandardCharsets.UTF_8);
        }
    }
}
