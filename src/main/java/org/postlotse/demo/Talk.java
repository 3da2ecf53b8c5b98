package org.postlotse.demo;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** One client's connection, line by line. */
final class Talk {
    private Socket socket;
    private BufferedReader in;

    Talk(Socket socket) throws IOException {
        this.socket = socket;
        this.in = reader(socket);
    }

    /** What the client says next. */
    String hear() throws IOException {
        var line = in.readLine();
        if (line == null) throw new EOFException();
        return line;
    }

    /** So many octets, as characters. */
    String hear(int octets) throws IOException {
        var text = new StringBuilder();
        for (int i = 0; i < octets; i++) {
            int octet = in.read();
            if (octet < 0) throw new EOFException();
            text.append((char) octet);
        }
        return text.toString();
    }

    void say(String... lines) throws IOException {
        say((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    void say(byte[] octets) throws IOException {
        socket.getOutputStream().write(octets);
        socket.getOutputStream().flush();
    }

    /** TLS from here on. */
    void secure(SSLContext tls) throws IOException {
        var secured = (SSLSocket) tls.getSocketFactory().createSocket(socket, "client", 0, true);
        secured.setUseClientMode(false);
        secured.startHandshake();
        socket = secured;
        in = reader(secured);
    }

    /** Waits for some octets that are not looked at. */
    void awaitOctets() throws IOException {
        if (socket.getInputStream().read(new byte[4096]) < 0) throw new EOFException();
    }

    /** Octets are kept as they came, one character each; whoever needs text decodes it. */
    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }
}
