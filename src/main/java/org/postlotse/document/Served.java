package org.postlotse.document;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postlotse.catalogue.Brand;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.catalogue.Domain;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.catalogue.Host;
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

    /** Whose offer is the same at one host: all of a domain's mailboxes, but for those with servers of their own. */
    Optional<String> group(Optional<EmailAddress> address) {
        if (address.isEmpty()) return Optional.of("");
        return address.filter(catalogue.get()::asItsDomain)
                .map(known -> known.domain().name());
    }

    /** Where the pages are of the brand whose offer that is, without a slash at its end. */
    Optional<URI> home(String host, Optional<EmailAddress> address) {
        return offer(host, address)
                .flatMap(offer -> brand(brand -> brand.provider().equals(offer.provider())))
                .map(Brand::publicUrl);
    }

    /** The same where it is another host, by https: whoever asked without would not come round in a circle. */
    Optional<URI> encryptedHome(String host, Optional<EmailAddress> address) {
        var asked = Host.parse(PORT.matcher(host).replaceFirst(""));
        return home(host, address)
                .filter(home -> "https".equals(home.getScheme()))
                .filter(home -> !Host.parse(home.getHost()).equals(asked));
    }

    private Optional<Offer> offer(Domain asked) {
        return catalogue
                .get()
                .offer(asked)
                .or(() -> brand(brand -> names(brand).contains(asked.name())).map(Brand::standard))
                .or(() -> brand(brand -> carries(brand, asked.name())).map(Brand::standard));
    }

    private Optional<Brand> brand(Predicate<Brand> named) {
        return catalogue.get().brands().stream().filter(named).findFirst();
    }

    /** The domain behind the host: one discovery label off, unless nothing but a top-level domain would be left. */
    private static Optional<Domain> asked(String host) {
        return Domain.parse(PORT.matcher(host).replaceFirst(""))
                .map(domain -> Domain.parse(DISCOVERY.matcher(domain.name()).replaceFirst(""))
                        .orElse(domain));
    }

    /** A brand's own names: its domain and the hosts of its pages. */
    private static Set<String> names(Brand brand) {
        return Stream.concat(
                        Stream.of(brand.provider().id().name()),
                        brand.hosts().stream().map(Host::name))
                .collect(Collectors.toSet());
    }

    /**
     * Whether it is one of a brand's servers or what they stand below. The last is what programs ask that go by the MX
     * record (draft-ietf-mailmaint-autoconfig-06): the exchanger's name without its first label.
     */
    private static boolean carries(Brand brand, String name) {
        return brand.servers().stream()
                .map(server -> server.host().name())
                .anyMatch(server -> server.equals(name) || server.endsWith("." + name));
    }
}
