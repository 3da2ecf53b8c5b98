package org.postlotse.support;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Somebody else's web server, such as the one of a customer's own site: it answers everything with one status. */
public final class Stranger implements AutoCloseable {
    private final HttpServer server;

    private Stranger(HttpServer server) {
        this.server = server;
    }

    public static Stranger answering(int status) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                if (status == 401) exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"stranger\"");
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(status, -1);
                exchange.close();
            });
            server.start();
            return new Stranger(server);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    /** On loopback. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
