package org.postlotse.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.catalogue.Offer;
import org.postlotse.catalogue.Protocol;
import org.postlotse.catalogue.Server;

/**
 * Compares what stands in a program with what the hoster offers.
 *
 * @param offer of the mailbox or its domain
 * @param mailbox the customer's address, where it is known
 * @param oldHosts the hoster's former server names; {@code {domain}} stands for the customer's own domain
 */
public record Comparison(Offer offer, Optional<EmailAddress> mailbox, List<String> oldHosts) {
    public Comparison {
        oldHosts = List.copyOf(oldHosts);
    }

    /** Compares one half. Where several servers are on offer, the one for which least must be changed is meant. */
    public HalfComparison of(Half half, Present now) {
        var spelt = SpeltHost.of(now);
        var meant = meant(half, spelt);
        var candidates = offer.servers().stream()
                .filter(server -> half.protocols().contains(server.protocol()))
                .filter(server -> meant.filter(offer::offers)
                        .map(server.protocol()::equals)
                        .orElse(true))
                .toList();
        return candidates.stream()
                .map(server -> compared(half, spelt, server, meant))
                .min(Comparator.comparingLong(HalfComparison::changes)) // the first of equals: the hoster's preference
                .orElseThrow();
    }

    private HalfComparison compared(Half half, Present now, Server server, Optional<Protocol> meant) {
        var rows = new ArrayList<Row>();
        meant.filter(protocol -> half == Half.RECEIVING)
                .map(protocol -> new Row(Field.PROTOCOL, protocol.displayName(), protocol(protocol)))
                .ifPresent(rows::add);
        rows.add(new Row(Field.HOST, now.host(), new HostJudge(offer, oldHosts, server).of(now.host())));
        rows.add(new Row(Field.PORT, now.port(), new PortJudge(offer, server).of(now.port())));
        rows.add(new Row(
                Field.SECURITY,
                now.security().map(PresentSecurity::key).orElse(""),
                LoginJudge.security(now.security(), server)));
        rows.add(new Row(
                Field.METHOD, now.method().map(PresentMethod::key).orElse(""), LoginJudge.method(now.method())));
        rows.add(
                new Row(Field.USER, now.user(), new UserJudge(offer.loginName(), mailbox, offer.own()).of(now.user())));
        return new HalfComparison(half, server, mailbox.map(offer::login).orElse(""), rows);
    }

    private Judgement protocol(Protocol protocol) {
        return offer.offers(protocol)
                ? new Judgement.Right()
                : new Judgement.Change(Judgement.Reason.PROTOCOL_NOT_OFFERED);
    }

    /** The protocol that the customer named, or that a port or a host name gives away. */
    private static Optional<Protocol> meant(Half half, Present now) {
        if (half == Half.SENDING) return Optional.of(Protocol.SMTP);
        return now.protocol().or(() -> byPort(now.port())).or(() -> byHost(now.host()));
    }

    private static Optional<Protocol> byPort(String port) {
        return switch (port) {
            case "143", "993" -> Optional.of(Protocol.IMAP);
            case "110", "995" -> Optional.of(Protocol.POP3);
            default -> Optional.empty();
        };
    }

    private static Optional<Protocol> byHost(String host) {
        var lower = host.toLowerCase(Locale.ROOT);
        if (lower.startsWith("imap")) return Optional.of(Protocol.IMAP);
        return lower.startsWith("pop") ? Optional.of(Protocol.POP3) : Optional.empty();
    }
}
