package org.postlotse.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postlotse.catalogue.EmailAddress;

/** All cases, of all nodes. */
public interface Cases {
    /** Opens a case; false where there is one already, and then nothing changed. */
    boolean open(Case fresh);

    /** The cases of one mailbox, in the order of their weaknesses. */
    List<Case> of(EmailAddress mailbox);

    /**
     * The cases in some states, in the order of their mailboxes' names.
     *
     * @param after mailboxes whose normalised name comes after this one; empty for the first page
     * @param most at most so many mailboxes, each with all of its cases in these states
     */
    List<Case> page(Set<CaseState> states, String after, int most);

    /** Cases of mailboxes between two names: after the first, up to and with the second. */
    List<Case> between(String after, String upTo);

    /** Cases in some states whose latest insecure log-in is older than this, at most so many. */
    List<Case> silentSince(Set<CaseState> states, Instant before, int most);

    /**
     * Cases that were fixed after a moment and whose owner got a letter in their round, but not the closing one; in the order
     * of their mailboxes' names after one of them, at most so many.
     */
    List<Case> fixedUntold(Instant moment, String after, int most);

    /**
     * Moves a case, if it still is in the state in which it was read; the change is written down with it.
     *
     * @return false when somebody else was faster
     * @throws IllegalArgumentException when its state may not become this one
     */
    boolean move(Case from, CaseState to, Instant at);

    /**
     * A case on its way to another state.
     *
     * @param from as it was read
     */
    record Move(Case from, CaseState to) {}

    /** Leaves a case alone until a day, or until another one than before; without an excuse, no longer. */
    boolean excuse(Case from, Optional<Case.Excuse> excuse, Instant at);

    /** Notes a later insecure log-in. */
    void sighted(Case known, Instant lastInsecure);

    /** How many cases there are, by weakness and state. */
    Map<String, Map<CaseState, Long>> counts();

    /** How many cases ever came to a state, by weakness; those that began open are not counted for it. */
    Map<String, Map<CaseState, Long>> arrivals();

    /** Changes after one with this number, the oldest first. */
    List<Change> changes(long after, int most);

    /** Changes of one mailbox' cases, the oldest first. */
    List<Change> changesOf(EmailAddress mailbox);

    /**
     * A case came to another state.
     *
     * @param number grows from change to change
     * @param from where it was before; empty when it was opened
     */
    record Change(
            long number, EmailAddress mailbox, String weakness, Optional<CaseState> from, CaseState to, Instant at) {}

    /** Erases a mailbox' cases, and their changes; how many cases that were. */
    int forget(EmailAddress mailbox);
}
