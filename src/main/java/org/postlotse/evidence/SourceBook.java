package org.postlotse.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What the sources of all nodes have told, day by day, and when each node was heard of last. */
public interface SourceBook {
    /** So many days are kept, besides today. */
    int DAYS = 6;

    /**
     * Who writes.
     *
     * @param name of the machine; where two processes have one, they count together
     * @param now the moment
     * @param today the hoster's day
     */
    record Node(String name, Instant now, LocalDate today) {}

    /**
     * A source of a node.
     *
     * @param report its sums; of what could not be read, the latest lines
     * @param heard when its node was heard of last
     * @param lastLine when lines of it were read last; empty where there was none yet
     */
    record Account(String node, SourceReport report, Instant heard, Optional<Instant> lastLine) {}

    /** Adds what was found since the last time. */
    void add(Node node, Collection<SourceReport> found);

    /** All that are known, by node and name, with their sums since the beginning of a day. */
    List<Account> since(LocalDate day);

    /** Forgets sums of days before this one, and sources of nodes that were not heard of since. */
    void expire(LocalDate before);
}
