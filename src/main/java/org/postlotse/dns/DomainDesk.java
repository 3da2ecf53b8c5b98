package org.postlotse.dns;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postlotse.catalogue.Brand;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.catalogue.Domain;
import org.postlotse.catalogue.Host;
import org.postlotse.catalogue.Port;
import org.postlotse.probe.Certificates;

/** What a domain of ours needs in DNS, and whether it is there. */
@Singleton
public class DomainDesk {
    private static final int HTTPS = 443;

    private final Provider<Catalogue> catalogue;
    private final DnsSettings settings;
    private final Dns dns;
    private final Certificates certificates;
    private final PaccDigest pacc;

    @Inject
    DomainDesk(
            Provider<Catalogue> catalogue, DnsSettings settings, Dns dns, Certificates certificates, PaccDigest pacc) {
        this.catalogue = catalogue;
        this.settings = settings;
        this.dns = dns;
        this.certificates = certificates;
        this.pacc = pacc;
    }

    /** The records that it ought to have; empty when it is not ours. May ask the hoster's sources, nobody else. */
    public Optional<List<DnsRecord>> records(Domain domain) {
        return catalogue
                .get()
                .offer(domain)
                .flatMap(offer -> catalogue
                        .get()
                        .brandOf(domain)
                        .map(brand -> new DomainRecords(
                                        offer,
                                        target(brand),
                                        settings.written(),
                                        port(brand).number(),
                                        pacc.of(domain))
                                .all()));
    }

    /** The same as text for a zone file. */
    public Optional<String> zone(Domain domain) {
        return records(domain).map(DomainRecords::zoneText);
    }

    /** Asks DNS for all of them, and our own hosts for the certificates of the names that lead there. */
    public Optional<DomainReport> look(Domain domain) {
        return records(domain)
                .flatMap(wanted -> catalogue.get().brandOf(domain).map(brand -> {
                    var own = own(brand);
                    var names = new NameLook(new Addresses(dns), own, certificates, port(brand));
                    var exchangers = catalogue.get().mxHosts(brand).stream()
                            .map(Host::new)
                            .collect(Collectors.toSet());
                    return new DomainLook(dns, own, names).at(domain, wanted, exchangers);
                }));
    }

    private OwnPlace own(Brand brand) {
        var hosts = new HashSet<>(brand.hosts());
        hosts.add(target(brand));
        var addresses = new HashSet<InetAddress>(settings.addresses());
        hosts.forEach(host ->
                addresses.addAll(new Addresses(dns).of(Names.of(host.name())).addresses()));
        return new OwnPlace(hosts, addresses);
    }

    private Host target(Brand brand) {
        return settings.target().orElse(brand.hosts().getFirst());
    }

    private static Port port(Brand brand) {
        int written = brand.publicUrl().getPort();
        return new Port(written > 0 ? written : HTTPS);
    }
}
