package org.postlotse.demo;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.postlotse.catalogue.ConnectionSecurity;
import org.postlotse.catalogue.Host;
import org.postlotse.catalogue.Port;
import org.postlotse.catalogue.Protocol;
import org.postlotse.catalogue.Server;
import org.postlotse.demo.DemoConfig.Ports;

/**
 * One server of the demo.
 *
 * @param oddity what is wrong with it
 * @param protocol what it speaks
 * @param security how it is encrypted, or should be
 */
record Station(Oddity oddity, Protocol protocol, ConnectionSecurity security) {
    private static final int CLOSED_PORT = 1; // tcpmux (RFC 1078), which nobody runs

    /** All that listen: the sound ones in every way, and those with an oddity as they are offered. */
    static List<Station> all() {
        var sound = Arrays.stream(Protocol.values())
                .flatMap(protocol -> Arrays.stream(ConnectionSecurity.values())
                        .map(security -> new Station(Oddity.NONE, protocol, security)));
        var odd = Arrays.stream(Oddity.values())
                .filter(oddity -> oddity != Oddity.NONE && oddity.hasServers())
                .flatMap(oddity -> oddity.stations().stream());
        return Stream.concat(sound, odd).toList();
    }

    /** The port that is configured for it; 0 for any. */
    int port(Ports ports) {
        return switch (oddity) {
            case NONE -> soundPort(ports);
            case NO_SERVER, NO_HOST -> CLOSED_PORT;
            default -> ports.odd() == 0 ? 0 : ports.odd() + 10 * oddity.ordinal() + protocol.ordinal();
        };
    }

    /** As it stands in an offer. */
    Server at(int port) {
        var host = oddity == Oddity.NO_HOST ? "no-such-host.invalid" : "localhost";
        return new Server(protocol, new Host(host), new Port(port), security);
    }

    private int soundPort(Ports ports) {
        boolean tls = security == ConnectionSecurity.TLS;
        return switch (protocol) {
            case IMAP -> tls ? ports.imaps() : ports.imap();
            case POP3 -> tls ? ports.pop3s() : ports.pop3();
            case SMTP -> tls ? ports.smtps() : ports.submission();
        };
    }
}
