package org.postlotse.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.postlotse.catalogue.EmailAddress;

/**
 * One mailbox and one reason why its programs will not be let in any more.
 *
 * @param mailbox whose
 * @param weakness the key of an {@link org.postlotse.evidence.Weakness}
 * @param since when it came to its state
 * @param opened when it was opened first
 * @param lastInsecure the latest insecure log-in that was noted; a later one may have come within the hour
 * @param relapses how often it was reopened
 * @param excuse why it is left alone; empty where it is not
 */
public record Case(
        EmailAddress mailbox,
        String weakness,
        CaseState state,
        Instant since,
        Instant opened,
        Instant lastInsecure,
        int relapses,
        Optional<Excuse> excuse) {
    /**
     * Why a case is left alone.
     *
     * @param reason in the operator's words
     * @param until the last day on which it is
     */
    public record Excuse(String reason, LocalDate until) {}

    /** A new one. */
    static Case fresh(EmailAddress mailbox, String weakness, Instant now, Instant lastInsecure) {
        return new Case(mailbox, weakness, CaseState.OPEN, now, now, lastInsecure, 0, Optional.empty());
    }
}
