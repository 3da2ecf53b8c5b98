package org.postlotse.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the configuration whole: it either yields a catalogue or every fault that keeps it from being one. */
@Singleton
class CatalogueReader implements SettingsCheck {
    private final Reading reading = new Reading();
    private final Optional<Catalogue> catalogue;

    @Inject
    CatalogueReader(CatalogueConfig config, Clock clock) {
        this(config, new DnsMailExchangers(), clock);
    }

    CatalogueReader(CatalogueConfig config, MailExchangers dns, Clock clock) {
        catalogue = read(config, dns, clock);
    }

    @Override
    public List<Fault> faults() {
        return reading.faults();
    }

    /** Fails while there are faults; they are told at start, before anybody asks for a catalogue. */
    @Produces
    @ApplicationScoped
    Catalogue catalogue() {
        return catalogue.orElseThrow(() -> new IllegalStateException("configuration: " + faults()));
    }

    private Optional<Catalogue> read(CatalogueConfig config, MailExchangers dns, Clock clock) {
        var hoster = new HosterReader(reading).read(config);
        var servers = new ServersReader(reading);
        var standard = servers.read("postlotse.servers", config.servers());
        var exceptions = servers.readExceptions(config.exceptions());
        var domains = reading.each("postlotse.domains", config.domains(), Domain::parse, Written.DOMAIN);
        var mxHosts = reading.each("postlotse.mx-hosts", config.mxHosts(), Host::parse, Written.HOST);
        if (config.domains().isEmpty() && config.mxHosts().isEmpty())
            reading.fault(
                    "postlotse.domains", "is missing; list the mail domains that you serve, or postlotse.mx-hosts");
        if (!reading.faults().isEmpty()) return Optional.empty();

        var ownedByMx = new OwnedByMx(Set.copyOf(new HashSet<>(mxHosts)), dns, clock);
        return hoster.map(
                known -> new Catalogue(known, standard, Set.copyOf(new HashSet<>(domains)), ownedByMx, exceptions));
    }
}
