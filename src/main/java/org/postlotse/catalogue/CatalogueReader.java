package org.postlotse.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the configuration whole: it either yields a catalogue or every fault that keeps it from being one. */
@Singleton
class CatalogueReader implements SettingsCheck {
    private final Reading reading = new Reading();
    private final Optional<Catalogue> catalogue;

    @Inject
    CatalogueReader(CatalogueConfig config, MailExchangers dns, Elsewhere elsewhere, Clock clock) {
        catalogue = read(config, dns, elsewhere, clock);
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

    private Optional<Catalogue> read(CatalogueConfig config, MailExchangers dns, Elsewhere elsewhere, Clock clock) {
        var askedElsewhere =
                elsewhere.domains().stream().filter(DomainSource::configured).toList();
        var brands = new BrandsReader(reading, !askedElsewhere.isEmpty(), clock).read(config);
        var exceptions = new ServersReader(reading).readExceptions(config.exceptions());
        var sources = Stream.concat(askedElsewhere.stream(), Stream.of(new MxDomains(brands, dns)))
                .filter(DomainSource::configured)
                .toList();
        var lookUps =
                new LookUpsReader(reading, brands, sources, clock).read(exceptions.keySet(), config.domainSources());
        var bookings = new Bookings(elsewhere.mailboxes(), disclosed(config), clock);
        var zone = reading.required(
                "postlotse.time-zone", Optional.of(config.timeZone()), Written::zone, "a zone such as Europe/Berlin");
        return reading.faults().isEmpty()
                ? zone.map(known -> new Catalogue(brands, lookUps, new MailboxOffers(exceptions, bookings), known))
                : Optional.empty();
    }

    private boolean disclosed(CatalogueConfig config) {
        var written = config.mailboxes().disclosed().strip();
        if (!written.equals("true") && !written.equals("false"))
            reading.fault("postlotse.mailboxes.disclosed", "is “" + written + "”; write true or false");
        return written.equals("true");
    }
}
