package org.postlotse.catalogue;

import java.time.Duration;
import java.util.Set;

/** Where a domain's mail is delivered to: its MX records (RFC 5321 §5.1). */
@FunctionalInterface
public interface MailExchangers {
    /** What DNS says now; waits for it, but never long. */
    Reply of(Domain domain);

    /** What DNS said. */
    sealed interface Reply {
        /**
         * The hosts that the records name.
         *
         * @param hosts empty when there are none, or no such domain
         * @param keep how long that may be believed, as the answer itself says
         */
        record Hosts(Set<Host> hosts, Duration keep) implements Reply {
            public Hosts {
                hosts = Set.copyOf(hosts);
            }
        }

        /**
         * No answer, or one that says neither yes nor no: a server that failed (SERVFAIL) does not deny.
         *
         * @param why in a few words, for operators
         */
        record Silent(String why) implements Reply {}
    }
}
