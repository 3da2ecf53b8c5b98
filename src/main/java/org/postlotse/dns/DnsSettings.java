package org.postlotse.dns;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.postlotse.catalogue.Fault;
import org.postlotse.catalogue.Host;
import org.postlotse.catalogue.SettingsCheck;
import org.postlotse.catalogue.Span;

/** Whom to ask about DNS, and how long to wait. */
@Singleton
class DnsSettings implements SettingsCheck {
    private static final String KEY = "postlotse.dns.";
    private static final int DNS = 53;
    /** An address, in brackets where it is IPv6 with a port, and the port. */
    private static final Pattern SERVER =
            Pattern.compile("(?:\\[([0-9a-fA-F:.]+)]|([0-9.]+))(?::([0-9]{1,5}))?|([0-9a-fA-F:.]+)");

    private static final String ALIAS = "alias";
    private static final String ADDRESS = "address";

    private final List<Fault> faults = new ArrayList<>();
    private final List<InetSocketAddress> servers;
    private final Duration timeout;
    private final Optional<Host> target;
    private final List<InetAddress> addresses;
    private final boolean byAddress;

    @Inject
    DnsSettings(DnsConfig config) {
        this.servers = config.servers().orElse(List.of()).stream()
                .map(String::strip)
                .flatMap(text -> server(text).stream())
                .toList();
        this.timeout = timeout(config.timeout().strip());
        this.target = config.target().flatMap(this::target);
        this.addresses = config.addresses().orElse(List.of()).stream()
                .flatMap(text -> address(text.strip()).stream())
                .toList();
        this.byAddress = config.records().strip().equals(ADDRESS);
        if (!byAddress && !config.records().strip().equals(ALIAS))
            fault("records", "is “" + config.records() + "”; write " + ALIAS + " or " + ADDRESS);
        if (byAddress && config.addresses().isEmpty())
            fault("addresses", "is missing; write the addresses by which we are reached, or let records be " + ALIAS);
    }

    @Override
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** Empty where the machine's own are meant. */
    List<InetSocketAddress> servers() {
        return servers;
    }

    Duration timeout() {
        return timeout;
    }

    /** Where discovery names are to lead to; empty for the host of the brand's public URL. */
    Optional<Host> target() {
        return target;
    }

    /** By which we are reached from outside; none where DNS tells. */
    List<InetAddress> addresses() {
        return addresses;
    }

    /** The addresses to write down instead of aliases; none for aliases. */
    List<InetAddress> written() {
        return byAddress ? addresses : List.of();
    }

    private Optional<Host> target(String text) {
        var host = Host.parse(text);
        if (host.isEmpty()) fault("target", "is “" + text + "”; write a host name such as settings.example.org");
        return host;
    }

    private Optional<InetAddress> address(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException noAddress) {
            fault("addresses", "is “" + text + "”; write addresses such as 192.0.2.7 or 2001:db8::7");
            return Optional.empty();
        }
    }

    private Optional<InetSocketAddress> server(String text) {
        var match = SERVER.matcher(text);
        if (match.matches()) {
            var literal = match.group(1) != null ? match.group(1) : match.group(2) != null ? match.group(2) : text;
            int port = match.group(3) == null ? DNS : Integer.parseInt(match.group(3));
            if (port > 0 && port < 65_536 && isAddress(literal))
                return Optional.of(new InetSocketAddress(InetAddress.ofLiteral(literal), port));
        }
        fault(
                "servers",
                "is “" + text + "”; write addresses such as 192.0.2.53, 192.0.2.53:5353 or [2001:db8::53]:5353");
        return Optional.empty();
    }

    private static boolean isAddress(String text) {
        try {
            return !InetAddress.ofLiteral(text).getHostAddress().isEmpty();
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private Duration timeout(String text) {
        var time = Span.parse(text).filter(span -> span.toMillis() >= 100 && span.toSeconds() <= 10);
        if (time.isPresent()) return time.get();
        fault("timeout", "is “" + text + "”; write a time from 100ms to 10s, such as 1500ms");
        return Duration.ofSeconds(1);
    }

    private void fault(String key, String right) {
        faults.add(new Fault(KEY + key, right));
    }
}
