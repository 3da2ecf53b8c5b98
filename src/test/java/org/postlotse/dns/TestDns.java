package org.postlotse.dns;

import java.util.List;
import java.util.Optional;
import org.postlotse.support.DnsServer;

/** Our look-up, asking the test's own resolvers. */
public final class TestDns {
    private TestDns() {}

    static Dns asking(DnsServer... servers) {
        var addresses = java.util.Arrays.stream(servers).map(DnsServer::address).toList();
        return new Dns(new Resolvers(settings(addresses, "300ms")));
    }

    static DnsSettings settings(List<String> servers, String timeout) {
        return new DnsSettings(new DnsConfig() {
            @Override
            public Optional<List<String>> servers() {
                return Optional.of(servers);
            }

            @Override
            public String timeout() {
                return timeout;
            }
        });
    }
}
