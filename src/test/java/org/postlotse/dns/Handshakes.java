package org.postlotse.dns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import javax.net.ssl.SSLSocket;
import org.postlotse.demo.Issued;
import org.postlotse.demo.ServerTls;

/** A server on loopback that shows its certificate and has nothing to say. */
record Handshakes(ServerSocket socket) implements AutoCloseable {
    static Handshakes with(Issued certificate) {
        try {
            var socket = ServerTls.with(certificate)
                    .getServerSocketFactory()
                    .createServerSocket(0, 20, InetAddress.getByName("127.0.0.1"));
            var server = new Handshakes(socket);
            Thread.ofVirtual().start(server::shakeHands);
            return server;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    private void shakeHands() {
        while (!socket.isClosed()) {
            try (var caller = (SSLSocket) socket.accept()) {
                caller.startHandshake();
                caller.getInputStream().read();
            } catch (IOException refused) {
                continue;
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
