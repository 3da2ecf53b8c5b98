package org.postlotse.evidence;

import org.jspecify.annotations.Nullable;

/**
 * How somebody logs in: all that stays the same when the same program does so again. Who reads a log hands over the same
 * object for log-ins that are spelt alike, so that each manner is judged once.
 */
public final class Manner {
    private final Facts facts;
    /** What whoever is told of such log-ins makes of them. */
    @Nullable
    Judged judged;

    public Manner(Facts facts) {
        this.facts = facts;
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
}
