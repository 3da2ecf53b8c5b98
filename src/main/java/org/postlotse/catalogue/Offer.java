package org.postlotse.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * What a mailbox or a domain is to be set to.
 *
 * @param domain whose offer this is
 * @param provider who makes it
 * @param servers in order of preference; at least one that fetches and one that sends
 * @param loginName how the login name is formed
 * @param own the login name where it is one mailbox's own; empty for almost everybody
 */
public record Offer(
        Domain domain, Provider provider, List<Server> servers, LoginName loginName, Optional<OwnLogin> own) {
    public Offer {
        servers = List.copyOf(servers);
    }

    /** One with login names that are formed. */
    public Offer(Domain domain, Provider provider, List<Server> servers, LoginName loginName) {
        this(domain, provider, servers, loginName, Optional.empty());
    }

    /** The login name of a mailbox for which this offer was made. */
    public String login(EmailAddress address) {
        return own.map(OwnLogin::name).orElseGet(() -> loginName.of(address));
    }

    Offer with(List<Server> others) {
        return new Offer(domain, provider, others, loginName, own);
    }

    Offer with(Optional<OwnLogin> other) {
        return new Offer(domain, provider, servers, loginName, other);
    }

    /** The servers that fetch mail, in order of preference. */
    public List<Server> incoming() {
        return servers.stream().filter(server -> server.protocol().incoming()).toList();
    }

    /** The servers that send mail, in order of preference. */
    public List<Server> outgoing() {
        return servers.stream().filter(server -> !server.protocol().incoming()).toList();
    }

    /** The preferred server of a protocol; empty when it is not offered. */
    public Optional<Server> first(Protocol protocol) {
        return servers.stream().filter(server -> server.protocol() == protocol).findFirst();
    }

    public boolean offers(Protocol protocol) {
        return first(protocol).isPresent();
    }
}
