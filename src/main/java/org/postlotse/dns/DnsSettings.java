package org.postlotse.dns;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.postlotse.catalogue.Fault;
import org.postlotse.catalogue.SettingsCheck;
import org.xbill.DNS.Address;

/** Whom to ask about DNS, and how long to wait. */
@Singleton
class DnsSettings implements SettingsCheck {
    private static final String KEY = "postlotse.dns.";
    private static final int DNS = 53;
    /** An address, in brackets where it is IPv6 with a port, and the port. */
    private static final Pattern SERVER =
            Pattern.compile("(?:\\[([0-9a-fA-F:.]+)]|([0-9.]+))(?::([0-9]{1,5}))?|([0-9a-fA-F:.]+)");

    private static final Pattern TIME = Pattern.compile("([0-9]{1,5})(ms|s)");

    private final List<Fault> faults = new ArrayList<>();
    private final List<InetSocketAddress> servers;
    private final Duration timeout;

    @Inject
    DnsSettings(DnsConfig config) {
        this.servers = config.servers().orElse(List.of()).stream()
                .map(String::strip)
                .flatMap(text -> server(text).stream())
                .toList();
        this.timeout = timeout(config.timeout().strip());
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

    private Optional<InetSocketAddress> server(String text) {
        var match = SERVER.matcher(text);
        if (match.matches()) {
            var address = match.group(1) != null ? match.group(1) : match.group(2) != null ? match.group(2) : text;
            int port = match.group(3) == null ? DNS : Integer.parseInt(match.group(3));
            var octets = Optional.ofNullable(Address.toByteArray(address, Address.IPv4))
                    .or(() -> Optional.ofNullable(Address.toByteArray(address, Address.IPv6)));
            if (octets.isPresent() && port > 0 && port < 65_536)
                return Optional.of(new InetSocketAddress(address, port)); // an address: nothing is looked up
        }
        faults.add(new Fault(
                KEY + "servers",
                "is “" + text + "”; write addresses such as 192.0.2.53, 192.0.2.53:5353 or [2001:db8::53]:5353"));
        return Optional.empty();
    }

    private Duration timeout(String text) {
        var match = TIME.matcher(text);
        if (match.matches()) {
            long count = Long.parseLong(match.group(1));
            var time = "s".equals(match.group(2)) ? Duration.ofSeconds(count) : Duration.ofMillis(count);
            if (time.toMillis() >= 100 && time.toSeconds() <= 10) return time;
        }
        faults.add(new Fault(KEY + "timeout", "is “" + text + "”; write a time from 100ms to 10s, such as 1500ms"));
        return Duration.ofSeconds(1);
    }
}
