package org.postlotse.catalogue;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postlotse.catalogue.MailboxReply.Booking;

/** What the hoster's records say of mailboxes, remembered. */
final class Bookings {
    private final List<Memory<EmailAddress, Booking>> sources;
    private final boolean disclosed;

    /** @param disclosed whether everybody may learn what they say */
    Bookings(List<MailboxSource> sources, boolean disclosed, Clock clock) {
        this.sources = sources.stream()
                .filter(MailboxSource::configured)
                .map(source -> new Memory<EmailAddress, Booking>(
                        "of mailboxes, " + source.id(), address -> said(source.ask(address)), clock))
                .toList();
        this.disclosed = disclosed;
    }

    static Bookings none() {
        return new Bookings(List.of(), false, Clock.systemUTC());
    }

    boolean there() {
        return !sources.isEmpty();
    }

    boolean disclosed() {
        return disclosed;
    }

    Optional<Booking> of(EmailAddress address) {
        var mailbox = new EmailAddress(address.localPart().toLowerCase(Locale.ROOT), address.domain());
        return sources.stream()
                .map(source -> source.of(mailbox))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Why nothing is said now; empty when all is well. */
    Optional<String> complaint() {
        return sources.stream().map(Memory::complaint).flatMap(Optional::stream).findFirst();
    }

    private static Memory.Said<Booking> said(MailboxReply reply) {
        return switch (reply) {
            case MailboxReply.Known known -> new Memory.Said.Yes<>(known.booking(), known.keep());
            case MailboxReply.Unknown unknown -> new Memory.Said.No<>(unknown.keep());
            case MailboxReply.Silent silent -> new Memory.Said.Nothing<>(silent.why());
        };
    }
}
