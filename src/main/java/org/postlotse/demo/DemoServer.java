package org.postlotse.demo;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import org.postlotse.catalogue.ConnectionSecurity;
import org.postlotse.demo.Speaker.Next;

/** One station that listens on loopback. */
final class DemoServer implements Closeable {
    private static final int BACKLOG = 50;
    /** A fatal alert {@code protocol_version} in a record of TLS 1.0 (RFC 8446 §6). */
    private static final byte[] TOO_OLD = {21, 3, 1, 0, 2, 2, 70};

    private final Station station;
    private final SSLContext tls;
    private final DemoAccounts accounts;
    private final ServerSocket listening;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    DemoServer(Station station, int port, SSLContext tls, DemoAccounts accounts) throws IOException {
        this.station = station;
        this.tls = tls;
        this.accounts = accounts;
        this.listening = new ServerSocket(port, BACKLOG, InetAddress.ofLiteral("127.0.0.1"));
        Thread.ofVirtual().name("demo-" + station.protocol().key()).start(this::listen);
    }

    Station station() {
        return station;
    }

    int port() {
        return listening.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (var socket : open) socket.close();
    }

    private void listen() {
        while (!listening.isClosed()) {
            try {
                var socket = listening.accept();
                socket.setTcpNoDelay(true);
                Thread.ofVirtual().name("demo-client").start(() -> converse(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void converse(Socket client) {
        open.add(client);
        try (client) {
            if (listening.isClosed()) return;
            talk(new Talk(client));
        } catch (IOException gone) {
            // clients leave as they like
        } finally {
            open.remove(client);
        }
    }

    private void talk(Talk talk) throws IOException {
        if (station.oddity() == Oddity.SILENT) {
            while (true) talk.awaitOctets();
        }
        boolean secured = station.security() == ConnectionSecurity.TLS;
        if (secured) secure(talk);
        var speaker = speaker();
        speaker.greet(talk);
        while (true) {
            switch (speaker.answer(talk, talk.hear(), secured)) {
                case Next.GO_ON -> {}
                case Next.START_TLS -> {
                    secure(talk);
                    secured = true;
                }
                case Next.HANG_UP -> {
                    return;
                }
            }
        }
    }

    private void secure(Talk talk) throws IOException {
        switch (station.oddity()) {
            case BROKEN_TLS -> talk.say("* OK Who needs TLS?");
            case OLD_TLS -> {
                talk.awaitOctets();
                talk.say(TOO_OLD.clone());
            }
            default -> talk.secure(tls);
        }
    }

    private Speaker speaker() {
        return switch (station.protocol()) {
            case IMAP -> new ImapSpeaker(station.oddity(), accounts);
            case POP3 -> new Pop3Speaker(station.oddity(), accounts);
            case SMTP -> new SmtpSpeaker(station.oddity(), accounts);
        };
    }
}
