package org.postlotse.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.StringJoiner;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.postlotse.demo.ThrowAwayAuthority;

/** What a test says to a server on loopback, line by line, and what it hears. */
public final class Conversation implements AutoCloseable {
    /** Not the servers' own address: Dovecot takes what comes from there for safe without TLS. */
    private static final String FROM = "127.0.0.2";

    private static final int PATIENCE_MILLIS = 20_000;

    private final ThrowAwayAuthority trusted;
    private Socket socket;
    private BufferedReader answers;

    private Conversation(ThrowAwayAuthority trusted, Socket socket) throws IOException {
        this.trusted = trusted;
        this.socket = socket;
        socket.setSoTimeout(PATIENCE_MILLIS);
        answers = reader();
    }

    public static Conversation plain(int port, ThrowAwayAuthority trusted) {
        try {
            var here = InetAddress.getByName(FROM);
            return new Conversation(trusted, new Socket(InetAddress.getLoopbackAddress(), port, here, 0));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    public static Conversation tls(int port, ThrowAwayAuthority trusted) {
        return plain(port, trusted).secure();
    }

    /** Goes on in TLS; the certificate has to be for {@code localhost}. */
    public Conversation secure() {
        try {
            var secured = (SSLSocket) context().getSocketFactory().createSocket(socket, "localhost", 0, true);
            var parameters = secured.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secured.setSSLParameters(parameters);
            secured.startHandshake();
            socket = secured;
            answers = reader();
            return this;
        } catch (IOException | GeneralSecurityException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** Says a line and hears the answer. */
    public String say(String line) {
        try {
            socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
            return hear();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** The next answer: one line, or all of those that SMTP strings together (RFC 5321 §4.2.1). */
    public String hear() {
        try {
            var heard = new StringJoiner("\n");
            var line = answers.readLine();
            while (line != null && line.matches("[0-9]{3}-.*|\\* CAPABILITY .*")) {
                heard.add(line);
                line = answers.readLine();
            }
            return heard.add(String.valueOf(line)).toString();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private BufferedReader reader() throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private SSLContext context() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry("authority", trusted.certificate());
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }
}
