package org.postlotse.intake;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import javax.net.ssl.SSLServerSocket;
import org.jboss.logging.Logger;
import org.postlotse.catalogue.Repeated;

/** Listens for syslog: over TCP (RFC 6587), TLS (RFC 5425) and UDP (RFC 5426). Every message becomes a line in the spool. */
@Singleton
class Syslog {
    private static final Logger LOG = Logger.getLogger(Syslog.class);
    private static final int AFTER_THE_FOLLOWER = 900;
    private static final int MOST_CONNECTIONS = 2_000;
    private static final int BUFFER = 64 * 1024;
    private static final int BACKLOG = 128;
    private static final Duration OFTEN = Duration.ofSeconds(5);
    private static final Duration SELDOM = Duration.ofHours(1);

    private final SyslogSettings settings;
    private final IntakeSettings intake;
    private final Pushed pushed;
    private final TlsConfigurationRegistry certificates;
    private final Semaphore places = new Semaphore(MOST_CONNECTIONS);
    private final List<Closeable> open = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> ports = new ConcurrentHashMap<>();
    /** Ways that are not open yet, and why. */
    private final Map<String, Door> doors = new ConcurrentHashMap<>();

    private final Map<String, String> closed = new ConcurrentHashMap<>();
    private Optional<Repeated> opening = Optional.empty();
    private volatile String complaint = "";

    @Inject
    Syslog(SyslogSettings settings, IntakeSettings intake, Pushed pushed, TlsConfigurationRegistry certificates) {
        this.settings = settings;
        this.intake = intake;
        this.pushed = pushed;
        this.certificates = certificates;
    }

    /** A way in, which somebody else may hold closed. */
    @FunctionalInterface
    private interface Door {
        void open() throws IOException, GeneralSecurityException;
    }

    void atStart(@Observes @Priority(AFTER_THE_FOLLOWER) StartupEvent event) throws GeneralSecurityException {
        if (!intake.running() || !settings.any()) return;
        var spool = pushed.spool().orElseThrow();
        settings.tcp()
                .ifPresent(port ->
                        doors.put("tcp", () -> listen("tcp", new ServerSocket(port, BACKLOG, host()), spool)));
        settings.tls().ifPresent(port -> doors.put("tls", () -> listen("tls", secure(port, host()), spool)));
        settings.udp().ifPresent(port -> doors.put("udp", () -> listen(new DatagramSocket(port, host()), spool)));
        open();
        if (!doors.isEmpty()) opening = Optional.of(Repeated.start("opens syslog", this::openLater));
    }

    private InetAddress host() throws IOException {
        return InetAddress.getByName(settings.host());
    }

    /** Opens what is not open yet. */
    private void open() throws GeneralSecurityException {
        for (var door : List.copyOf(doors.entrySet())) {
            var way = door.getKey();
            try {
                door.getValue().open();
                doors.remove(way);
                closed.remove(way);
                LOG.infof("syslog is taken at %s by %s: port %d", settings.host(), way, ports.get(way));
            } catch (IOException taken) {
                if (closed.put(way, String.valueOf(taken.getMessage())) == null)
                    LOG.warnf("syslog by %s: %s; it is tried again", way, taken.getMessage());
            }
        }
    }

    private Duration openLater() {
        try {
            open();
        } catch (GeneralSecurityException broken) {
            LOG.warnf("syslog by TLS: %s", broken.getMessage());
        }
        return doors.isEmpty() ? SELDOM : OFTEN;
    }

    /** With client certificates where the configuration names whom to trust. */
    private ServerSocket secure(int port, InetAddress host) throws IOException, GeneralSecurityException {
        var certificate = certificates
                .get(settings.certificate())
                .orElseThrow(() -> new IllegalStateException("postlotse.intake.syslog.tls-port wants a certificate:"
                        + " write quarkus.tls." + settings.certificate() + ".key-store.pem.0.cert and .key"));
        var server = (SSLServerSocket) context(certificate).createServerSocket(port, BACKLOG, host);
        server.setNeedClientAuth(certificate.getTrustStoreOptions() != null);
        return server;
    }

    private static javax.net.ssl.SSLServerSocketFactory context(TlsConfiguration certificate)
            throws GeneralSecurityException {
        try {
            return certificate.createSSLContext().getServerSocketFactory();
        } catch (GeneralSecurityException broken) {
            throw broken;
        } catch (Exception broken) {
            throw new GeneralSecurityException(broken);
        }
    }

    private void listen(String way, ServerSocket server, Spool spool) {
        open.add(server);
        ports.put(way, server.getLocalPort());
        Thread.ofVirtual().name("syslog " + way).start(() -> accept(server, spool));
    }

    private void listen(DatagramSocket socket, Spool spool) {
        open.add(socket);
        ports.put("udp", socket.getLocalPort());
        Thread.ofVirtual().name("syslog udp").start(() -> receive(socket, spool));
    }

    private void accept(ServerSocket server, Spool spool) {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                if (settings.lets(socket.getInetAddress().getHostAddress()) && places.tryAcquire())
                    Thread.ofVirtual().name("syslog sender").start(() -> converse(socket, spool));
                else socket.close();
            } catch (IOException broken) {
                if (!server.isClosed()) LOG.debugf("a sender of syslog was lost: %s", broken.getMessage());
            }
        }
    }

    private void converse(Socket socket, Spool spool) {
        var frames = new SyslogFrames();
        open.add(socket);
        try (socket) {
            socket.setKeepAlive(true);
            var stream = socket.getInputStream();
            var buffer = new byte[BUFFER];
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                var lines = frames.read(buffer, read);
                if (lines.length > 0) keep(lines, spool);
            }
            keep(frames.end(), spool);
        } catch (IOException gone) {
            LOG.debugf("a sender of syslog has gone: %s", gone.getMessage());
        } finally {
            open.remove(socket);
            places.release();
        }
    }

    private void receive(DatagramSocket socket, Spool spool) {
        var packet = new DatagramPacket(new byte[BUFFER], BUFFER);
        while (!socket.isClosed()) {
            try {
                packet.setLength(BUFFER);
                socket.receive(packet);
                if (settings.lets(packet.getAddress().getHostAddress()))
                    keep(line(Arrays.copyOf(packet.getData(), packet.getLength())), spool);
            } catch (IOException broken) {
                if (!socket.isClosed()) LOG.warnf("a syslog datagram is lost: %s", broken.getMessage());
            }
        }
    }

    /** RFC 5426 §3.1: a datagram is a message, whatever stands in it. */
    private static byte[] line(byte[] datagram) {
        for (int i = 0; i < datagram.length; i++) if (datagram[i] == '\n' || datagram[i] == 0) datagram[i] = ' ';
        var line = Arrays.copyOf(datagram, datagram.length + 1);
        line[datagram.length] = '\n';
        return line;
    }

    /** Why lines that were sent are not kept, or can not come; empty when they are. */
    String complaint() {
        return closed.isEmpty()
                ? complaint
                : closed.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(way -> way.getKey() + ": " + way.getValue())
                        .collect(Collectors.joining(", "));
    }

    private void keep(byte[] lines, Spool spool) throws IOException {
        try {
            spool.append(lines);
            complaint = "";
        } catch (IOException full) {
            complaint = String.valueOf(full.getMessage());
            throw full;
        }
    }

    /** Where it listens: {@code tcp}, {@code tls} and {@code udp}, as far as they are wanted. */
    Map<String, Integer> ports() {
        return Map.copyOf(ports);
    }

    void atEnd(@Observes ShutdownEvent event) throws IOException {
        opening.ifPresent(Repeated::end);
        for (var one : open) one.close();
    }
}
