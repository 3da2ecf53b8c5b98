package org.postlotse.dns;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postlotse.support.DnsServer;

/** Our look-up, asking the test's own resolvers. */
public final class TestDns {
    private TestDns() {}

    static Dns asking(DnsServer... servers) {
        var addresses = Arrays.stream(servers).map(DnsServer::address).toList();
        return new Dns(new Resolvers(settings(addresses, "300ms")));
    }

    static DnsSettings settings(List<String> servers, String timeout) {
        return settings(servers, timeout, Map.of());
    }

    static DnsSettings settings(List<String> servers, String timeout, Map<String, String> written) {
        return new DnsSettings(new DnsConfig() {
            @Override
            public Optional<List<String>> servers() {
                return Optional.of(servers);
            }

            @Override
            public String timeout() {
                return timeout;
            }

            @Override
            public Optional<String> target() {
                return Optional.ofNullable(written.get("target"));
            }

            @Override
            public Optional<List<String>> addresses() {
                return Optional.ofNullable(written.get("addresses")).map(List::of);
            }

            @Override
            public String records() {
                return written.getOrDefault("records", "alias");
            }
        });
    }
}
