package org.postlotse.web.desk;

import java.util.List;
import java.util.Optional;

/**
 * What is known of one mailbox, for whom a customer calls.
 *
 * @param here where the page's forms lead, without their last part
 * @param mailbox masked where it has to be
 * @param code that stands in the customer's letters; empty before the first
 * @param language in which the customer reads; empty where unknown
 * @param may what can be done now
 */
record MailboxView(
        String here,
        String mailbox,
        Optional<String> code,
        Optional<String> language,
        May may,
        List<OneCase> cases,
        List<Seen> devices,
        List<Letter> letters,
        List<Turn> turns,
        List<DeedRow> deeds) {

    /** Which buttons there are. */
    record May(boolean excuse, boolean endExcuse, boolean mute, boolean unmute, boolean again) {
        public boolean any() {
            return excuse || endExcuse || mute || unmute || again;
        }
    }

    /** A case; {@code excuse} in the operator's words, with its end, or empty. */
    record OneCase(String weakness, String state, String since, String lastInsecure, String excuse) {}

    /**
     * A program.
     *
     * @param program what it is called, by itself or by us; empty where nothing tells
     * @param guess why we think that it is this one
     * @param rhythm how often it logs in
     * @param weakness a key, or empty for one that may stay
     * @param network where it came from; empty for those who may not see it
     */
    record Seen(
            String program,
            Optional<Guess> guess,
            Rhythm rhythm,
            String protocol,
            String weakness,
            String encryption,
            String mechanism,
            String first,
            String last,
            String logins,
            String network) {}

    /** Keys below {@code desk.mailbox.guess}. */
    record Guess(String reason, String confidence) {}

    /** @param kind a key below {@code desk.mailbox.rhythm} */
    record Rhythm(String kind, int perDay, int minutes) {
        static Rhythm of(org.postlotse.evidence.Rhythm seen) {
            return new Rhythm(seen.kind().key(), seen.perDay(), seen.minutes());
        }
    }

    record Letter(String kind, String at, String outcome) {}

    /** A change of a case; {@code from} is empty when it was opened. */
    record Turn(String at, String weakness, String from, String to) {}
}
