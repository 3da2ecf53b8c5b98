package org.postlotse.intake;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.postlotse.catalogue.Fault;
import org.postlotse.catalogue.SettingsCheck;
import org.postlotse.evidence.Network;

/** What the configuration says about syslog, and all that is wrong with it. */
@Singleton
class SyslogSettings implements SettingsCheck {
    private static final String PREFIX = "postlotse.intake.syslog.";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");
    private static final int MOST_PORTS = 65_535;

    private final List<Fault> faults = new ArrayList<>();
    private final List<Network> from = new ArrayList<>();
    private final OptionalInt tcp;
    private final OptionalInt tls;
    private final OptionalInt udp;
    private final String host;
    private final String certificate;

    @Inject
    SyslogSettings(SyslogConfig config) {
        host = config.host().strip();
        certificate = config.tls().strip();
        tcp = port("tcp-port", config.tcpPort());
        tls = port("tls-port", config.tlsPort());
        udp = port("udp-port", config.udpPort());
        var networks = config.from().orElse(List.of());
        for (int i = 0; i < networks.size(); i++) {
            var text = networks.get(i).strip();
            var network = Network.parse(text);
            network.ifPresent(from::add);
            if (network.isEmpty())
                faults.add(new Fault(
                        PREFIX + "from[" + i + "]",
                        "is “" + text + "”; write an address or a network, such as 192.0.2.10 or 2001:db8::/32"));
        }
    }

    private OptionalInt port(String name, Optional<String> written) {
        var text = written.map(String::strip).filter(port -> !port.isEmpty());
        if (text.isEmpty()) return OptionalInt.empty();
        if (NUMBER.matcher(text.get()).matches() && Integer.parseInt(text.get()) <= MOST_PORTS)
            return OptionalInt.of(Integer.parseInt(text.get()));
        faults.add(new Fault(PREFIX + name, "is “" + text.get() + "”; write a port, such as 6514"));
        return OptionalInt.empty();
    }

    @Override
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    boolean lets(String address) {
        return from.isEmpty() || from.stream().anyMatch(network -> network.contains(address));
    }

    boolean any() {
        return tcp.isPresent() || tls.isPresent() || udp.isPresent();
    }

    String host() {
        return host;
    }

    OptionalInt tcp() {
        return tcp;
    }

    OptionalInt tls() {
        return tls;
    }

    OptionalInt udp() {
        return udp;
    }

    /** The name of the TLS configuration. */
    String certificate() {
        return certificate;
    }
}
