package org.postlotse.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postlotse.catalogue.MailboxReply.Booking;

/**
 * What single mailboxes are offered otherwise than their domain. Exceptions stand in the settings and are told to
 * everybody; what the hoster's records say is told to the owner only, unless the settings say that it is no secret.
 */
record MailboxOffers(Map<String, List<Server>> exceptions, Bookings bookings) {
    MailboxOffers {
        exceptions = Map.copyOf(exceptions);
    }

    /** Whether whoever asks is told what he is told of the domain. Asks nobody. */
    boolean asItsDomain(EmailAddress address) {
        return !exceptions.containsKey(address.normalised()) && !(bookings.disclosed() && bookings.there());
    }

    /** For whoever asks. */
    Offer told(Offer ofDomain, EmailAddress address) {
        return bookings.disclosed() ? own(ofDomain, address) : excepted(ofDomain, address);
    }

    /** For whoever has proven to own the mailbox. */
    Offer own(Offer ofDomain, EmailAddress address) {
        var offer = excepted(ofDomain, address);
        return bookings.of(address)
                .map(booking -> offer.with(booked(offer.servers(), booking))
                        .with(booking.loginName().map(name -> new OwnLogin(name, false))))
                .orElse(offer);
    }

    /**
     * For the check that is to prove it: every server of the domain, and a login name whether there is such a mailbox or
     * not, so that neither what is asked nor what is answered tells the two apart.
     */
    Offer unproven(Offer ofDomain, EmailAddress address) {
        var offer = told(ofDomain, address);
        if (!bookings.there() || bookings.disclosed()) return offer;
        var name = bookings.of(address)
                .flatMap(Booking::loginName)
                .orElseGet(() -> offer.loginName().of(address));
        return offer.with(Optional.of(new OwnLogin(name, true)));
    }

    private Offer excepted(Offer offer, EmailAddress address) {
        var own = exceptions.get(address.normalised());
        return own == null ? offer : offer.with(own);
    }

    /** Without what was not booked, unless then nothing that fetches mail would be left: that is no offer. */
    private static List<Server> booked(List<Server> servers, Booking booking) {
        var left = servers.stream()
                .filter(server -> switch (server.protocol()) {
                    case IMAP -> booking.imap();
                    case POP3 -> booking.pop3();
                    case SMTP -> true;
                })
                .toList();
        return left.stream().anyMatch(server -> server.protocol().incoming()) ? left : servers;
    }
}
