package org.postlotse.demo;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jboss.logging.Logger;
import org.postlotse.catalogue.Server;

/**
 * The demo hoster's mail servers: POP3, IMAP and submission on loopback, sound ones and odd ones. They run only where
 * {@code postlotse.demo.enabled} says so.
 */
@Singleton
public final class DemoMail {
    /** Before the settings are checked: they name the authority's file, which is written here. */
    private static final int FIRST = 1;

    private static final Logger LOG = Logger.getLogger(DemoMail.class);

    private final DemoConfig config;
    private final List<DemoServer> running = new ArrayList<>();

    @Inject
    DemoMail(DemoConfig config) {
        this.config = config;
    }

    void onStart(@Observes @Priority(FIRST) StartupEvent event) {
        if (config.enabled()) start();
    }

    void onStop(@Observes ShutdownEvent event) {
        stop();
    }

    /** Whether the demo is switched on. */
    public boolean enabled() {
        return config.enabled();
    }

    /** Writes the authority's certificate and lets all servers listen. */
    public synchronized void start() {
        var certificates = new DemoCertificates();
        try {
            Files.createDirectories(authorityFile().toAbsolutePath().getParent());
            Files.writeString(authorityFile(), certificates.rootPem());
            listen(certificates);
        } catch (IOException taken) {
            stop();
            throw new UncheckedIOException(taken);
        }
        LOG.infof("demo mail servers on loopback: %s, password %s", soundServers(), DemoMailbox.PASSWORD);
    }

    /** Ends all servers and whoever talks to them. */
    public synchronized void stop() {
        for (var server : running) {
            try {
                server.close();
            } catch (IOException gone) {
                LOG.debugf(gone, "demo server at %d", server.port());
            }
        }
        running.clear();
    }

    /** The authority to trust, PEM; there from {@link #start()} on. */
    public Path authorityFile() {
        return Path.of(config.directory()).resolve("ca.pem");
    }

    /** What a mailbox is to be set to, in the offer's order; the ports are those at which the servers listen now. */
    public synchronized List<Server> servers(DemoMailbox mailbox) {
        return mailbox.oddity().stations().stream()
                .map(station -> station.at(portOf(station)))
                .toList();
    }

    /** The servers without any oddity, in every way in which they can be reached. */
    public synchronized List<Server> soundServers() {
        return running.stream()
                .filter(server -> server.station().oddity() == Oddity.NONE)
                .map(server -> server.station().at(server.port()))
                .toList();
    }

    private void listen(DemoCertificates certificates) throws IOException {
        var shown = new EnumMap<Oddity, SSLContext>(Oddity.class);
        var accounts = new DemoAccounts();
        for (var station : Station.all()) {
            var tls = shown.computeIfAbsent(station.oddity(), oddity -> ServerTls.with(certificates.shownBy(oddity)));
            running.add(open(station, tls, accounts));
        }
    }

    private DemoServer open(Station station, SSLContext tls, DemoAccounts accounts) throws IOException {
        int port = station.port(config.ports());
        try {
            return new DemoServer(station, port, tls, accounts);
        } catch (IOException taken) {
            throw new IOException("demo port " + port + " (postlotse.demo.ports): " + taken.getMessage(), taken);
        }
    }

    private int portOf(Station station) {
        return running.stream()
                .filter(server -> server.station().equals(station))
                .findFirst()
                .map(DemoServer::port)
                .orElseGet(() -> station.port(config.ports()));
    }
}
