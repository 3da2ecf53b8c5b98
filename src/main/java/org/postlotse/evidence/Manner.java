package org.postlotse.evidence;

import org.jspecify.annotations.Nullable;

/**
 * How somebody logs in: all that stays the same when the same program does so again. Who reads a log hands over the same
 * object for log-ins that are spelt alike, so that each manner is judged once. What it means and what waits to be counted is
 * kept in the same place: with many mailboxes, fetching one more object from memory costs more than reading a line.
 */
public final class Manner extends Waiting {
    private final Facts facts;
    private @Nullable Judgement judgement;
    private Judgement.@Nullable Reason leftOut;
    private final boolean introducesItself;

    /** The same, once the program said what it is: mostly it says the same each time. */
    private @Nullable Manner named;

    private @Nullable ClientId client;

    public Manner(Facts facts) {
        this.facts = facts;
        introducesItself = facts.service() == LoginProtocol.IMAP;
    }

    /**
     * What a log tells.
     *
     * @param service what was logged in to
     * @param user the login name as logged; a mailbox only when the catalogue knows it
     * @param from the address where it came from, as logged; may be empty
     * @param server where it went to
     * @param protection how it was protected
     * @param serverName the name that the client asked for in TLS (SNI); may be empty
     */
    public record Facts(
            LoginProtocol service,
            String user,
            String from,
            Endpoint server,
            Protection protection,
            String serverName) {
        public Facts {
            from = Endpoint.unmapped(from);
        }
    }

    public Facts facts() {
        return facts;
    }

    /** The same, protected otherwise. */
    public Manner with(Protection other) {
        return new Manner(
                new Facts(facts.service(), facts.user(), facts.from(), facts.server(), other, facts.serverName()));
    }

    /** Whether it is known what it means; whose name is no mailbox today may have one tomorrow. */
    boolean isJudged() {
        return judgement != null && leftOut != Judgement.Reason.STRANGER;
    }

    Manner judged(Judgement meaning) {
        judgement = meaning;
        leftOut = meaning instanceof Judgement.LeftOut(var reason) ? reason : null;
        return this;
    }

    /** Why nobody is warned for it; null where a customer may be. */
    Judgement.@Nullable Reason leftOut() {
        return leftOut;
    }

    /** Whose they are, where it was judged and not left out. */
    Judgement.Customers customers() {
        if (judgement instanceof Judgement.Customers customers) return customers;
        throw new IllegalStateException("no customer's");
    }

    /** Whether the program may say what it is: by IMAP only (RFC 2971). */
    boolean introducesItself() {
        return introducesItself;
    }

    /** The same device, once its program said what it is. */
    Manner saying(ClientId told) {
        var known = named;
        if (known != null && told.equals(client)) return known;
        var other = new Manner(facts).judged(customers().saying(told));
        named = other;
        client = told;
        return other;
    }
}
