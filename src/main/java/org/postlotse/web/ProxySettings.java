package org.postlotse.web;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.postlotse.catalogue.Fault;

/** Which proxies are trusted, what they write, and all that is wrong with what is configured of that. */
record ProxySettings(List<Network> trusted, Set<Header> headers, List<Fault> faults) {
    private static final String PREFIX = "postlotse.proxies.";
    // takes the first address of the list (3.34.1): whatever the customer has sent
    static final String QUARKUS_OWN = "quarkus.http.proxy.proxy-address-forwarding";

    /** The headers in which proxies tell whom they spoke with. */
    enum Header {
        X_FORWARDED_FOR,
        X_FORWARDED_HOST,
        X_FORWARDED_PROTO,
        FORWARDED;

        String written() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Header> parse(String text) {
            return List.of(values()).stream()
                    .filter(header -> header.written().equals(text.strip().toLowerCase(Locale.ROOT)))
                    .findFirst();
        }
    }

    ProxySettings {
        trusted = List.copyOf(trusted);
        headers = Set.copyOf(headers);
        faults = List.copyOf(faults);
    }

    /** @param quarkusOwn whether Quarkus reads such headers, too */
    static ProxySettings of(ProxyConfig config, boolean quarkusOwn) {
        var faults = new ArrayList<Fault>();
        var trusted = trusted(config.trusted().orElse(List.of()), faults);
        var headers = headers(config.headers(), faults);
        if (quarkusOwn)
            faults.add(new Fault(
                    QUARKUS_OWN,
                    "believes what customers write into X-Forwarded-For themselves; write the"
                            + " proxies' addresses into postlotse.proxies.trusted instead"));
        return new ProxySettings(trusted, headers, faults);
    }

    boolean has(Header header) {
        return headers.contains(header);
    }

    /** Whether there is any proxy that is believed. */
    boolean trustsSome() {
        return !trusted.isEmpty();
    }

    boolean trusts(InetAddress address) {
        for (var network : trusted) if (network.has(address)) return true;
        return false;
    }

    private static List<Network> trusted(List<String> written, List<Fault> faults) {
        var trusted = new ArrayList<Network>();
        for (int i = 0; i < written.size(); i++) {
            var key = PREFIX + "trusted[" + i + "]";
            var network = Network.parse(written.get(i));
            if (network.isEmpty())
                faults.add(new Fault(
                        key,
                        "is “" + written.get(i) + "”; write an address or a network, such as 192.0.2.7 or 10.0.0.0/8"));
            else if (network.get().everybody())
                faults.add(new Fault(key, "is “" + written.get(i) + "”, which is everybody; name the proxies only"));
            else trusted.add(network.get());
        }
        return trusted;
    }

    private static Set<Header> headers(List<String> written, List<Fault> faults) {
        var headers = EnumSet.noneOf(Header.class);
        for (int i = 0; i < written.size(); i++) {
            var header = Header.parse(written.get(i));
            header.ifPresent(headers::add);
            if (header.isEmpty())
                faults.add(new Fault(
                        PREFIX + "headers[" + i + "]",
                        "is “" + written.get(i)
                                + "”; write x-forwarded-for, x-forwarded-host, x-forwarded-proto or forwarded"));
        }
        if (headers.contains(Header.FORWARDED) && headers.size() > 1)
            faults.add(new Fault(
                    PREFIX + "headers",
                    "has forwarded beside the older ones, which may say otherwise; keep"
                            + " those that your proxy writes itself"));
        return headers;
    }
}
