package org.postlotse.web.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.catalogue.Offer;
import org.postlotse.catalogue.Protocol;
import org.postlotse.catalogue.Server;
import org.postlotse.web.Frame;
import org.postlotse.web.Texts;

/**
 * All values at one glance, and how to tell the old ones.
 *
 * @param servers in order of preference
 * @param securities the words for encryption that occur among them
 * @param login the user name
 * @param ports old ports with the new ones
 * @param hosts old host names with the new ones
 * @param questions keys below {@code settings.questions}
 */
record Overview(
        List<Server> servers,
        List<String> securities,
        Login login,
        List<Port> ports,
        List<Host> hosts,
        List<String> questions) {

    /** A port that stood there before (RFC 9051 §2, RFC 1939 §3, RFC 5321 §4.5.4.2), and the one that is due. */
    record Port(String protocol, int was, int becomes) {}

    /** A host name that stood there before, and the one that is due. */
    record Host(String was, String becomes) {}

    static Overview of(Offer offer, Optional<EmailAddress> mailbox, Words words) {
        return new Overview(
                offer.servers(),
                offer.servers().stream()
                        .map(server -> server.security().displayName())
                        .distinct()
                        .toList(),
                Login.of(offer, mailbox),
                ports(offer),
                hosts(offer, mailbox, words),
                questions(offer, !words.frame().brand().oldHosts().isEmpty()));
    }

    /** Texts, and the page that they are for. */
    record Words(Texts texts, Frame frame) {}

    private static List<Port> ports(Offer offer) {
        var ports = new ArrayList<Port>();
        for (var protocol : Protocol.values())
            offer.first(protocol)
                    .map(server -> new Port(
                            protocol.displayName(),
                            plainPort(protocol),
                            server.port().number()))
                    .filter(port -> port.was() != port.becomes())
                    .ifPresent(ports::add);
        return List.copyOf(ports);
    }

    private static int plainPort(Protocol protocol) {
        return switch (protocol) {
            case IMAP -> 143;
            case POP3 -> 110;
            case SMTP -> 25;
        };
    }

    private static List<Host> hosts(Offer offer, Optional<EmailAddress> mailbox, Words words) {
        var domain = mailbox.map(address -> address.domain().unicode())
                .orElseGet(() -> words.texts().get(words.frame(), "settings.your-domain"));
        return words.frame().brand().oldHosts().stream()
                .map(pattern -> new Host(pattern.replace("{domain}", domain), successor(pattern, offer)))
                .toList();
    }

    private static String successor(String oldHost, Offer offer) {
        var half = oldHost.startsWith("smtp") ? offer.outgoing() : offer.incoming();
        return half.getFirst().host().name();
    }

    private static List<String> questions(Offer offer, boolean oldHosts) {
        var questions = new ArrayList<>(List.of("ssl", "normal", "jump", "certificate"));
        if (oldHosts) questions.add("old-host");
        if (offer.offers(Protocol.IMAP) && offer.offers(Protocol.POP3))
            questions.add(offer.incoming().getFirst().protocol() == Protocol.POP3 ? "which-pop3" : "which");
        questions.addAll(List.of("sender", "old-device"));
        return List.copyOf(questions);
    }
}
