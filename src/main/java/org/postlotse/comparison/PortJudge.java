package org.postlotse.comparison;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.postlotse.catalogue.Offer;
import org.postlotse.catalogue.Protocol;
import org.postlotse.catalogue.Server;
import org.postlotse.comparison.Judgement.Reason;

/** Judges a port. */
record PortJudge(Offer offer, Server server) {
    private static final Pattern NUMBER = Pattern.compile("0*(\\d{1,5})");
    /** Ports that begin in clear (RFC 5321 §4.5.4.2, RFC 1939 §3, RFC 9051 §2.1). */
    private static final Set<Integer> UNENCRYPTED = Set.of(25, 110, 143);

    Judgement of(String typed) {
        if (typed.isEmpty()) return new Judgement.Untold();
        var number = NUMBER.matcher(typed);
        if (!number.matches()) return new Judgement.Change(Reason.PORT_NO_NUMBER);
        int port = Integer.parseInt(number.group(1));
        if (port == server.port().number()) return new Judgement.Right();
        return new Judgement.Change(reason(port));
    }

    private Reason reason(int port) {
        var owner = offer.servers().stream()
                .filter(other -> other.port().number() == port)
                .map(Server::protocol)
                .findFirst()
                .or(() -> registered(port));
        if (owner.filter(protocol -> protocol != server.protocol()).isPresent()) return Reason.PORT_OF_OTHER_SERVER;
        if (UNENCRYPTED.contains(port)) return Reason.PORT_UNENCRYPTED;
        return owner.isPresent() ? Reason.PORT_OF_OTHER_SECURITY : Reason.PORT_OTHER;
    }

    /** Whose port it is by the IANA registry; RFC 8314 §7.3 for 465. */
    private static Optional<Protocol> registered(int port) {
        return switch (port) {
            case 25, 465, 587 -> Optional.of(Protocol.SMTP);
            case 143, 993 -> Optional.of(Protocol.IMAP);
            case 110, 995 -> Optional.of(Protocol.POP3);
            default -> Optional.empty();
        };
    }
}
