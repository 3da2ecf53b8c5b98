package org.postlotse.evidence;

import java.util.List;

/**
 * How much of all that was seen of late looks unencrypted.
 *
 * @param mailboxes with any log-in
 * @param unencrypted of them, with one that was not encrypted
 * @param crowds addresses from which more than {@link #CROWD} mailboxes log in unencrypted
 * @param darkPorts ports of TLS where hardly any log-in looks encrypted
 */
public record Census(long mailboxes, long unencrypted, long crowds, List<Integer> darkPorts) {
    public Census {
        darkPorts = List.copyOf(darkPorts);
    }

    /** Of customers, fewer share an address; more is a webmail, a proxy or a load balancer. */
    public static final int CROWD = 50;
    /** Of fewer mailboxes a share says nothing. */
    private static final int FEW = 100;

    private static final int ONE_IN = 5;

    /** Whether so many look unencrypted that something in front of the mail servers is the likelier reason. */
    public boolean isDoubtful() {
        return crowds > 0 || !darkPorts.isEmpty() || mailboxes >= FEW && unencrypted * ONE_IN > mailboxes;
    }
}
