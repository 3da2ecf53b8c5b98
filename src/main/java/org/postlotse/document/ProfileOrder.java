package org.postlotse.document;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What somebody wants to have in one Apple profile.
 *
 * @param mailboxes one or several, each once; the first one's language and provider are the profile's
 * @param parts what is set up for each of them; at least one that is offered
 */
public record ProfileOrder(List<Mailbox> mailboxes, Set<Part> parts) {
    public ProfileOrder {
        mailboxes = List.copyOf(mailboxes);
        parts = Set.copyOf(parts);
        var different = mailboxes.stream()
                .map(mailbox -> mailbox.address().normalised())
                .distinct()
                .count();
        if (different == 0 || different < mailboxes.size())
            throw new IllegalArgumentException("a profile is for one mailbox or several different ones");
        if (contents(mailboxes, parts).isEmpty())
            throw new IllegalArgumentException("nothing of what is wanted is offered");
    }

    /** What can be set up in one profile. */
    public enum Part {
        MAIL,
        CALENDARS,
        CONTACTS;

        /** Lower case, as in forms and in texts' keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether the mailbox has it. */
        public boolean offeredBy(Mailbox mailbox) {
            var provider = mailbox.offer().provider();
            return switch (this) {
                case MAIL -> true;
                case CALENDARS -> provider.calendars().isPresent();
                case CONTACTS -> provider.contacts().isPresent();
            };
        }
    }

    /** Nothing but mail, for one mailbox. */
    static ProfileOrder mail(Mailbox mailbox) {
        return new ProfileOrder(List.of(mailbox), EnumSet.of(Part.MAIL));
    }

    Mailbox first() {
        return mailboxes.getFirst();
    }

    /** What there will be, in the order of the parts. */
    List<Part> contents() {
        return contents(mailboxes, parts);
    }

    private static List<Part> contents(List<Mailbox> mailboxes, Set<Part> parts) {
        return EnumSet.allOf(Part.class).stream()
                .filter(parts::contains)
                .filter(part -> mailboxes.stream().anyMatch(part::offeredBy))
                .toList();
    }
}
