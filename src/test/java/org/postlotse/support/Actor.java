package org.postlotse.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Plays a script on one connection. */
public final class Actor {
    private static final long BETWEEN_DRIPS_NANOS = 20_000_000;

    private final Socket wire;
    private final SSLContext context;
    private final List<String> heard;
    private Socket current;
    private String tag = "*";

    Actor(Socket wire, SSLContext context, List<String> heard) {
        this.wire = wire;
        this.context = context;
        this.heard = heard;
        this.current = wire;
    }

    void play(List<Step> script) {
        try {
            for (var step : script) step.play(this);
        } catch (IOException theClientIsGone) {
            // many scripts end so
        } finally {
            close();
        }
    }

    void say(byte[] octets) throws IOException {
        var text = new String(octets, StandardCharsets.ISO_8859_1).replace("{tag}", tag);
        current.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        current.getOutputStream().flush();
    }

    void hear() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int octet = octet(); octet != '\n'; octet = octet()) line.write(octet);
        var text = line.toString(StandardCharsets.UTF_8).stripTrailing();
        heard.add(text);
        int blank = text.indexOf(' ');
        if (blank > 0) tag = text.substring(0, blank);
    }

    void startTls() throws IOException {
        var secured = (SSLSocket) context.getSocketFactory().createSocket(current, "client", 0, true);
        secured.setUseClientMode(false);
        secured.startHandshake();
        current = secured;
    }

    void startTlsCutAfter(int octets) throws IOException {
        var narrow = new NarrowSocket(current, octets);
        var secured = (SSLSocket) context.getSocketFactory().createSocket(narrow, "client", 0, true);
        secured.setUseClientMode(false);
        try {
            secured.startHandshake();
            throw new IllegalStateException("a handshake of fewer than " + octets + " octets");
        } catch (IOException cut) {
            // as it should be: what follows is said on the bare connection
        }
    }

    void renegotiate() throws IOException {
        if (current instanceof SSLSocket secured
                && !secured.getSession().getProtocol().equals("TLSv1.3")) secured.startHandshake();
    }

    void closeNotify() throws IOException {
        current.close();
    }

    void bypassTls(byte[] octets) throws IOException {
        wire.getOutputStream().write(octets);
        wire.getOutputStream().flush();
    }

    void awaitOctets() throws IOException {
        if (current.getInputStream().read(new byte[4096]) < 0) throw new IOException("gone");
    }

    void awaitEnd() throws IOException {
        while (current.getInputStream().read() >= 0) continue;
    }

    void drip(byte[] octets) throws IOException {
        for (byte octet : octets) {
            say(new byte[] {octet});
            LockSupport.parkNanos(BETWEEN_DRIPS_NANOS);
        }
    }

    void reset() throws IOException {
        wire.setSoLinger(true, 0);
        wire.close();
    }

    void halfClose() throws IOException {
        current.shutdownOutput();
        awaitEnd();
    }

    void close() {
        try {
            wire.close();
        } catch (IOException gone) {
            // that is what was wanted
        }
    }

    private int octet() throws IOException {
        int octet = current.getInputStream().read();
        if (octet < 0) throw new IOException("gone");
        return octet;
    }
}
