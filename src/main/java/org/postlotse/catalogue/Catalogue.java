package org.postlotse.catalogue;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Everything that the hoster offers. Nothing is ever connected to that does not stand here. */
public final class Catalogue {
    private final List<BrandDomains> brands;
    private final LookUps lookUps;
    private final MailboxOffers mailboxes;
    private final ZoneId zone;

    /** @param brands the main one first */
    Catalogue(List<BrandDomains> brands, LookUps lookUps, MailboxOffers mailboxes, ZoneId zone) {
        this.brands = List.copyOf(brands);
        this.lookUps = lookUps;
        this.mailboxes = mailboxes;
        this.zone = zone;
    }

    /** All brands, the main one first. */
    public List<Brand> brands() {
        return brands.stream().map(BrandDomains::brand).toList();
    }

    /** The brand whose settings stand at the top of the configuration; the only one of most hosters. */
    public Brand main() {
        return brands.getFirst().brand();
    }

    /** The brand on whose pages a visitor of this host is; the main one where the host is nobody's. */
    public Brand brandAt(String host) {
        return Host.parse(host)
                .flatMap(asked -> brands().stream()
                        .filter(brand -> brand.hosts().contains(asked))
                        .findFirst())
                .orElseGet(this::main);
    }

    /** The brand whose customers have addresses of this domain; empty when it is not served. May ask the hoster's sources. */
    public Optional<Brand> brandOf(Domain domain) {
        return lookUps.brandOf(domain)
                .flatMap(id ->
                        brands().stream().filter(brand -> brand.id().equals(id)).findFirst());
    }

    /** Where domains are looked up, in order, and how that fares. */
    public List<SourceState> domainSources() {
        return lookUps.states();
    }

    /** What this mailbox is to be set to; empty when its domain is not the hoster's. May ask the hoster's sources. */
    public Optional<Offer> offer(EmailAddress address) {
        return offer(address.domain()).map(offer -> mailboxes.told(offer, address));
    }

    /**
     * The same with what the hoster's records say of this very mailbox: only for whoever has proven to own it, and for
     * the hoster's own terminal.
     */
    public Optional<Offer> ownOffer(EmailAddress address) {
        return offer(address.domain()).map(offer -> mailboxes.own(offer, address));
    }

    /** What to try where somebody is about to prove that the mailbox is his; its login name is not to be shown before. */
    public Optional<Offer> unprovenOffer(EmailAddress address) {
        return offer(address.domain()).map(offer -> mailboxes.unproven(offer, address));
    }

    /** Why the hoster's records of mailboxes can not be read now; empty when they can, or when there are none. */
    public Optional<String> mailboxComplaint() {
        return mailboxes.bookings().complaint();
    }

    /** Whether this mailbox is offered what all others of its domain are. Asks nobody. */
    public boolean asItsDomain(EmailAddress address) {
        return mailboxes.asItsDomain(address);
    }

    /** What mailboxes of this domain are to be set to; empty when it is not the hoster's. May ask the hoster's sources. */
    public Optional<Offer> offer(Domain domain) {
        return brandOf(domain)
                .map(brand -> new Offer(
                        domain,
                        brand.provider(),
                        mailboxes.exceptions().getOrDefault(domain.name(), brand.servers()),
                        brand.loginName()));
    }

    /** What the main brand offers where no address is known. */
    public Offer standard() {
        return main().standard();
    }

    /** The domains of all brands that are listed here or in a file, in no order; those found elsewhere are not among them. */
    public Set<Domain> domains() {
        return brands.stream().flatMap(brand -> brand.named().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** The domains of one brand that are listed here or in its file, in alphabetical order. */
    public List<Domain> domains(Brand brand) {
        return of(brand).named().stream()
                .sorted(Comparator.comparing(Domain::name))
                .toList();
    }

    /** Hosts whose appearance in a domain's MX records makes it the brand's, in alphabetical order. */
    public List<String> mxHosts(Brand brand) {
        return of(brand).mxHosts().stream().map(Host::name).sorted().toList();
    }

    /** The zone in which the hoster tells dates and times. */
    public ZoneId zone() {
        return zone;
    }

    /** Domains and mailboxes with servers of their own, normalised, each with those servers. */
    public Map<String, List<Server>> exceptions() {
        return mailboxes.exceptions();
    }

    private BrandDomains of(Brand brand) {
        return brands.stream()
                .filter(known -> known.brand().id().equals(brand.id()))
                .findFirst()
                .orElseThrow();
    }
}
