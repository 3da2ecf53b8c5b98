package org.postlotse.catalogue;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything that the hoster offers. Nothing is ever connected to that does not stand here. */
public final class Catalogue {
    private final Hoster hoster;
    private final List<Server> servers;
    private final Set<Domain> domains;
    private final OwnedByMx ownedByMx;
    private final Map<String, List<Server>> exceptions;

    Catalogue(
            Hoster hoster,
            List<Server> servers,
            Set<Domain> domains,
            OwnedByMx ownedByMx,
            Map<String, List<Server>> exceptions) {
        this.hoster = hoster;
        this.servers = List.copyOf(servers);
        this.domains = Set.copyOf(domains);
        this.ownedByMx = ownedByMx;
        this.exceptions = Map.copyOf(exceptions);
    }

    /** What is true of the whole hoster. */
    record Hoster(
            URI publicUrl,
            Provider provider,
            LoginName loginName,
            List<String> oldHosts,
            Timeline timeline,
            ZoneId zone) {}

    /** What this mailbox is to be set to; empty when its domain is not the hoster's. May ask DNS for an MX record. */
    public Optional<Offer> offer(EmailAddress address) {
        return offer(address.domain()).map(offer -> {
            var own = exceptions.get(address.normalised());
            return own == null ? offer : new Offer(offer.domain(), offer.provider(), own, offer.loginName());
        });
    }

    /** What mailboxes of this domain are to be set to; empty when it is not the hoster's. May ask DNS for an MX record. */
    public Optional<Offer> offer(Domain domain) {
        return serves(domain) ? Optional.of(offerOf(domain)) : Optional.empty();
    }

    /** What the hoster offers where no address is known. */
    public Offer standard() {
        return offerOf(hoster.provider().id());
    }

    /** The domains that are listed, in no order; those found by MX are not among them. */
    public Set<Domain> domains() {
        return domains;
    }

    public Provider provider() {
        return hoster.provider();
    }

    /** Hosts whose appearance in a domain's MX records makes it the hoster's. */
    public List<String> mxHosts() {
        return ownedByMx.hosts();
    }

    /** Where customers reach these pages, without a slash at its end. */
    public URI publicUrl() {
        return hoster.publicUrl();
    }

    public Timeline timeline() {
        return hoster.timeline();
    }

    /** The zone in which the hoster tells dates and times. */
    public ZoneId zone() {
        return hoster.zone();
    }

    /** Host names that customers may still have in their programs; {@code {domain}} stands for their own domain. */
    public List<String> oldHosts() {
        return hoster.oldHosts();
    }

    /** Domains and mailboxes with servers of their own, normalised, each with those servers. */
    public Map<String, List<Server>> exceptions() {
        return exceptions;
    }

    private boolean serves(Domain domain) {
        return domains.contains(domain) || exceptions.containsKey(domain.name()) || ownedByMx.test(domain);
    }

    private Offer offerOf(Domain domain) {
        return new Offer(
                domain, hoster.provider(), exceptions.getOrDefault(domain.name(), servers), hoster.loginName());
    }
}
