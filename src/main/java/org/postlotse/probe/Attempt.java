package org.postlotse.probe;

import java.net.InetAddress;
import org.postlotse.catalogue.EmailAddress;

/**
 * Somebody wants a mailbox to be checked.
 *
 * @param mailbox that is to be checked
 * @param network where the customer sits
 * @param standing what we know of them
 */
public record Attempt(EmailAddress mailbox, InetAddress network, Standing standing) {}
