package org.postlotse.journey;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The product with the demo's mail servers behind it, on free ports. */
public class DemoHoster implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        var ports = free(3);
        var settings = new HashMap<String, String>();
        settings.put("postlotse.demo.enabled", "true");
        settings.put("postlotse.demo.directory", "target/demo");
        settings.put("postlotse.probe.trust-store", "target/demo/ca.pem");
        settings.put("postlotse.domains", "demo.example");
        settings.put("postlotse.provider.id", "demo.example");
        // all tests come from one line
        settings.put("postlotse.throttle.per-network", "1000");
        server(settings, 0, "pop3", ports.get(0), "tls");
        server(settings, 1, "imap", ports.get(1), "tls");
        server(settings, 2, "smtp", ports.get(2), "starttls");
        settings.put("postlotse.demo.ports.pop3s", ports.get(0).toString());
        settings.put("postlotse.demo.ports.imaps", ports.get(1).toString());
        settings.put("postlotse.demo.ports.submission", ports.get(2).toString());
        for (var unused : new String[] {"pop3", "imap", "smtps", "odd"})
            settings.put("postlotse.demo.ports." + unused, "0");
        return settings;
    }

    private static void server(Map<String, String> settings, int index, String protocol, int port, String security) {
        var key = "postlotse.servers[" + index + "].";
        settings.put(key + "protocol", protocol);
        settings.put(key + "host", "localhost");
        settings.put(key + "port", Integer.toString(port));
        settings.put(key + "security", security);
    }

    private static List<Integer> free(int count) {
        var sockets = new ArrayList<ServerSocket>();
        try {
            for (int i = 0; i < count; i++) sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        } finally {
            for (var socket : sockets) close(socket);
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
