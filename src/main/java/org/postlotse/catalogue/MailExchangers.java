package org.postlotse.catalogue;

import java.util.Set;

/** Where a domain's mail is delivered to: its MX records (RFC 5321 §5.1). */
@FunctionalInterface
interface MailExchangers {
    /**
     * The hosts that a domain's MX records name; empty when it has none.
     *
     * @throws java.util.concurrent.TimeoutException when DNS did not answer
     */
    Set<Host> of(Domain domain) throws java.util.concurrent.TimeoutException;
}
