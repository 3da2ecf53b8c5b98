package org.postlotse.document;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Pattern;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.catalogue.Domain;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.catalogue.Offer;

/** Finds out whose settings a program asks for. Its answer may come from DNS; it never comes from a guess. */
@Singleton
final class Served {
    private static final Pattern PORT = Pattern.compile(":[0-9]*$");
    private static final Pattern DISCOVERY = Pattern.compile("^(?:autoconfig|autodiscover|ua-auto-config)\\.");

    private final Provider<Catalogue> catalogue;

    /** Asks for the catalogue late: formats are put up before start-up has told the faults of the configuration. */
    @Inject
    Served(Provider<Catalogue> catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * The offer for the address when its domain is served, since customers' domains may point to one host for all; else
     * for the host that was asked.
     */
    Optional<Offer> offer(String host, Optional<EmailAddress> address) {
        return address.flatMap(known -> catalogue.get().offer(known))
                .or(() -> asked(host).flatMap(this::offer));
    }

    private Optional<Offer> offer(Domain asked) {
        return catalogue
                .get()
                .offer(asked)
                .or(() -> Optional.of(catalogue.get().standard()).filter(standard -> own(asked, standard)));
    }

    /** The domain behind the host: one discovery label off, unless nothing but a top-level domain would be left. */
    private static Optional<Domain> asked(String host) {
        return Domain.parse(PORT.matcher(host).replaceFirst(""))
                .map(domain -> Domain.parse(DISCOVERY.matcher(domain.name()).replaceFirst(""))
                        .orElse(domain));
    }

    /**
     * The hoster's own names: its domain, these pages' host, its servers and what they stand below. The last is what
     * programs ask that go by the MX record (draft-ietf-mailmaint-autoconfig-06): the exchanger's name without its
     * first label.
     */
    private boolean own(Domain asked, Offer standard) {
        var name = asked.name();
        return asked.equals(standard.provider().id())
                || name.equalsIgnoreCase(catalogue.get().publicUrl().getHost())
                || standard.servers().stream()
                        .map(server -> server.host().name())
                        .anyMatch(server -> server.equals(name) || server.endsWith("." + name));
    }
}
