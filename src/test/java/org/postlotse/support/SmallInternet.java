package org.postlotse.support;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocket;
import org.postlotse.demo.Issued;
import org.postlotse.demo.ServerTls;

/**
 * The only network that a real mail program sees: a SOCKS5 proxy (RFC 1928) on loopback that knows a few host names,
 * with their usual ports, and leads them to servers on loopback. Whatever else is asked for is refused and remembered,
 * so a test needs no names, no privileged ports, and nothing leaves the machine.
 */
public final class SmallInternet implements AutoCloseable {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    /** RFC 1928 §6: succeeded, not allowed, host unreachable. */
    private static final byte OPEN = 0;

    private static final byte FORBIDDEN = 2;

    private final ServerSocket proxy;
    private final Map<String, Place> places = new ConcurrentHashMap<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Set<Socket> surfing = ConcurrentHashMap.newKeySet();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> targets = new CopyOnWriteArrayList<>();

    /** A server on loopback; with a certificate TLS ends before it, as at the proxy in front of a web server. */
    private record Place(int port, Optional<Issued> certificate, boolean web) {}

    private SmallInternet() throws IOException {
        proxy = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    }

    /** Nobody is there yet. */
    public static SmallInternet open() {
        try {
            var internet = new SmallInternet();
            Thread.ofVirtual().name("small-internet").start(internet::serve);
            return internet;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    /** Where programs find the proxy, on loopback. */
    public int port() {
        return proxy.getLocalPort();
    }

    /** A mail server that speaks TLS itself, or none. */
    public SmallInternet mail(String host, int port, int local) {
        return place(host, port, new Place(local, Optional.empty(), false));
    }

    /** A web server that is asked with {@code https}. */
    public SmallInternet https(String host, Issued certificate, int local) {
        return place(host, HTTPS, new Place(local, Optional.of(certificate), true));
    }

    /** A web server that is asked with {@code http}. */
    public SmallInternet http(String host, int local) {
        return place(host, HTTP, new Place(local, Optional.empty(), true));
    }

    /** All web servers are gone, with every connection to them, and what was asked is forgotten; mail servers stay. */
    public SmallInternet withoutWeb() {
        places.values().removeIf(Place::web);
        surfing.forEach(SmallInternet::close);
        requests.clear();
        targets.clear();
        refused.clear();
        return this;
    }

    /** The requests for web pages that came through, such as {@code GET https://host/path}, in their order. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** Their targets as they were sent: with the host or without. */
    public List<String> targets() {
        return List.copyOf(targets);
    }

    /** What was asked for and is not there, such as {@code host:443}. */
    public List<String> refused() {
        return List.copyOf(refused);
    }

    private SmallInternet place(String host, int port, Place place) {
        places.put(host + ":" + port, place);
        return this;
    }

    private void serve() {
        while (!proxy.isClosed()) {
            try {
                var caller = proxy.accept();
                open.add(caller);
                Thread.ofVirtual().name("small-internet-caller").start(() -> answer(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket caller) {
        try (caller) {
            var wanted = greeted(caller);
            var place = places.get(wanted);
            caller.getOutputStream().write(reply(place == null ? FORBIDDEN : OPEN));
            if (place == null) refused.add(wanted);
            else lead(caller, wanted.substring(0, wanted.lastIndexOf(':')), place);
        } catch (IOException gone) {
            // whoever hangs up, or does not trust the certificate, has had what he asked for
        } finally {
            open.remove(caller);
            surfing.remove(caller);
        }
    }

    /** RFC 1928 §3 and §4: no log-in, then the host's name and port. */
    private static String greeted(Socket caller) throws IOException {
        var in = new DataInputStream(caller.getInputStream());
        in.readUnsignedByte();
        in.readNBytes(in.readUnsignedByte());
        caller.getOutputStream().write(new byte[] {5, 0});
        in.readNBytes(3);
        var host = switch (in.readUnsignedByte()) {
            case 1 -> InetAddress.getByAddress(in.readNBytes(4)).getHostAddress();
            case 3 -> new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.US_ASCII);
            case 4 -> InetAddress.getByAddress(in.readNBytes(16)).getHostAddress();
            default -> throw new IOException("an unknown kind of address");
        };
        return host + ":" + in.readUnsignedShort();
    }

    private static byte[] reply(byte code) {
        return ByteBuffer.allocate(10).put(new byte[] {5, code, 0, 1}).array();
    }

    private void lead(Socket caller, String host, Place place) throws IOException {
        if (place.web()) surfing.add(caller);
        var near = place.certificate().isPresent()
                ? secured(caller, place.certificate().get())
                : caller;
        try (var server = new Socket()) {
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), place.port()));
            open.add(server);
            var back = Thread.ofVirtual().start(() -> copy(server, near, Optional.empty()));
            var url = (near == caller ? "http://" : "https://") + host;
            copy(near, server, place.web() ? Optional.of(url) : Optional.empty());
            back.join();
            open.remove(server);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Socket secured(Socket caller, Issued certificate) throws IOException {
        var factory = ServerTls.with(certificate).getSocketFactory();
        var secured = (SSLSocket) factory.createSocket(caller, "", caller.getPort(), true);
        secured.setUseClientMode(false);
        secured.startHandshake();
        return secured;
    }

    /** Passes on what comes until there is no more, then says so; requests to a web server are remembered. */
    private void copy(Socket from, Socket to, Optional<String> web) {
        var chunk = new byte[16 * 1024];
        try {
            for (int count = from.getInputStream().read(chunk);
                    count >= 0;
                    count = from.getInputStream().read(chunk)) {
                var words = new String(chunk, 0, count, StandardCharsets.ISO_8859_1);
                web.ifPresent(host -> remember(host, words));
                to.getOutputStream().write(chunk, 0, count);
            }
            to.shutdownOutput();
        } catch (IOException gone) {
            close(to);
            close(from);
        }
    }

    /** Programs send a request's head in one piece; what follows it is its body or the head of the next one. */
    private void remember(String host, String words) {
        int end = words.indexOf(" HTTP/1.1\r\n");
        if (end < 0 || words.lastIndexOf('\n', end) >= 0) return;
        var method = words.substring(0, words.indexOf(' '));
        var target = words.substring(method.length() + 1, end);
        targets.add(target);
        requests.add(method + " " + (target.startsWith("/") ? host : "") + target);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public void close() {
        try {
            proxy.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        open.forEach(SmallInternet::close);
    }
}
