package org.postlotse.document;

import java.util.Locale;
import java.util.Optional;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.catalogue.Offer;
import org.postlotse.catalogue.Protocol;
import org.postlotse.catalogue.Server;

/**
 * The mailbox for which a document is written.
 *
 * @param address whose it is
 * @param offer what it is to be set to
 * @param incoming how mail is fetched; the offer has a server for it
 * @param language of the texts in the document; what is not German is English
 * @param owner the sender's name, one line; none is no fault
 */
public record Mailbox(EmailAddress address, Offer offer, Protocol incoming, Locale language, Optional<String> owner) {
    public Mailbox {
        if (!incoming.incoming() || !offer.offers(incoming))
            throw new IllegalArgumentException("the offer does not fetch mail by " + incoming);
        if (owner.stream().flatMapToInt(String::chars).anyMatch(Character::isISOControl))
            throw new IllegalArgumentException("a name is one line");
    }

    /** A mailbox that fetches mail as the hoster prefers. */
    public static Mailbox of(EmailAddress address, Offer offer, Locale language) {
        var preferred = offer.incoming().getFirst().protocol();
        return new Mailbox(address, offer, preferred, language, Optional.empty());
    }

    /** The login name; the same for all of its servers. */
    String login() {
        return offer.login(address);
    }

    Server incomingServer() {
        return offer.first(incoming).orElseThrow();
    }

    Server outgoingServer() {
        return offer.outgoing().getFirst();
    }
}
