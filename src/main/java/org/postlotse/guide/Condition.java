package org.postlotse.guide;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.postlotse.catalogue.ConnectionSecurity;
import org.postlotse.catalogue.Protocol;

/** When a passage of a step or a part of a drawing is shown. Two and two exclude each other. */
enum Condition {
    IMAP,
    POP3,
    INCOMING_TLS,
    INCOMING_STARTTLS,
    OUTGOING_TLS,
    OUTGOING_STARTTLS,
    MAILBOX_KNOWN,
    MAILBOX_UNKNOWN,
    PROFILE_SIGNED,
    PROFILE_UNSIGNED;

    /** As in the guides' files: {@code incoming-tls}. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All that hold for this customer. */
    static Set<Condition> of(Filling filling) {
        return EnumSet.of(
                filling.incoming() == Protocol.IMAP ? IMAP : POP3,
                filling.incomingServer().security() == ConnectionSecurity.TLS ? INCOMING_TLS : INCOMING_STARTTLS,
                filling.outgoingServer().security() == ConnectionSecurity.TLS ? OUTGOING_TLS : OUTGOING_STARTTLS,
                filling.mailbox().isPresent() ? MAILBOX_KNOWN : MAILBOX_UNKNOWN,
                filling.signedProfile() ? PROFILE_SIGNED : PROFILE_UNSIGNED);
    }

    /** Every set of conditions that can hold together: what is read has to be right in all of them. */
    static List<Set<Condition>> everyCase() {
        List<Set<Condition>> cases = List.of(EnumSet.noneOf(Condition.class));
        for (int pair = 0; pair < values().length; pair += 2) {
            var longer = new ArrayList<Set<Condition>>();
            for (var known : cases)
                for (var next : List.of(values()[pair], values()[pair + 1])) {
                    var grown = EnumSet.of(next);
                    grown.addAll(known);
                    longer.add(grown);
                }
            cases = longer;
        }
        return cases;
    }
}
