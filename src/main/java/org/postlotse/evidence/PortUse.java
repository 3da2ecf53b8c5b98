package org.postlotse.evidence;

import java.time.LocalDate;
import java.util.Set;

/**
 * How customers' log-ins look on a day at a port that speaks nothing but TLS.
 *
 * @param tls log-ins of which the log says that they were encrypted
 * @param dark log-ins of which it does not: in front of the server something must have ended TLS
 */
public record PortUse(LocalDate day, int port, long tls, long dark) {
    /** RFC 8314 §3.2 and §3.3. */
    static final Set<Integer> PORTS = Set.of(993, 995, 465);

    /** Of fewer log-ins a share says nothing. */
    private static final int FEW = 100;

    private static final int IN_TEN = 9;

    PortUse and(PortUse more) {
        return new PortUse(day, port, tls + more.tls, dark + more.dark);
    }

    /** Whether a load balancer, of which the settings do not tell, is the likely reason. */
    public boolean isDoubtful() {
        long all = tls + dark;
        return all >= FEW && dark * 10 > all * IN_TEN;
    }
}
