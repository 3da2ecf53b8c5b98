package org.postlotse.campaign.hook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postlotse.campaign.Cases;

/** Changes on their way to other systems, of all nodes. */
public interface Deliveries {
    /**
     * Takes changes that nobody was told of yet and puts them on their way to each receiver; each change once, on whatever
     * node.
     *
     * @return how many changes were taken
     */
    int spread(Set<String> hooks, Instant now, int most);

    /**
     * The oldest change that is due for a receiver; until the lease ends nobody else gets it. Empty where none is due.
     */
    Optional<Delivery> take(String hook, Instant now, Instant lease);

    /** It was received. */
    void done(Delivery delivery);

    /** The receiver did not answer well: it is left alone until then, with all that waits for it. */
    void later(Delivery delivery, Instant due);

    /** Tries everything that waits for a receiver now; how much that is. */
    int now(String hook, Instant now);

    /** What waits, by receiver. */
    List<Waiting> waiting();

    /**
     * One change for one receiver.
     *
     * @param attempts how often it was tried, this time included
     */
    record Delivery(String hook, int attempts, Cases.Change change) {}

    /**
     * How much waits for a receiver.
     *
     * @param oldest when the oldest of it happened
     * @param attempts how often the most tried one was tried
     * @param next when the next attempt is due
     */
    record Waiting(String hook, long changes, Instant oldest, int attempts, Instant next) {}
}
