package org.postlotse.guide;

import java.util.Locale;
import java.util.Optional;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.catalogue.Offer;
import org.postlotse.catalogue.Protocol;
import org.postlotse.catalogue.Server;

/**
 * What is put into a guide's steps.
 *
 * @param offer what the mailbox is to be set to
 * @param incoming how the program fetches mail; one that the offer has
 * @param mailbox the customer's address, where it is known
 * @param page the language of the page
 * @param labels the language of the program, which need not be the page's
 * @param signedProfile whether the hoster signs its Apple profiles
 */
public record Filling(
        Offer offer,
        Protocol incoming,
        Optional<EmailAddress> mailbox,
        Locale page,
        Locale labels,
        boolean signedProfile) {
    public Filling {
        if (!incoming.incoming() || !offer.offers(incoming))
            throw new IllegalArgumentException("mail is not fetched with " + incoming + " here");
    }

    Server incomingServer() {
        return offer.first(incoming).orElseThrow();
    }

    Server outgoingServer() {
        return offer.outgoing().getFirst();
    }
}
