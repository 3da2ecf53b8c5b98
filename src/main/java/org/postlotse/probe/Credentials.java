package org.postlotse.probe;

import java.util.Optional;
import org.postlotse.catalogue.EmailAddress;

/**
 * Who logs in.
 *
 * @param mailbox whose mailbox it is
 * @param typedLoginName the user name as it stands in the customer's program; where it is empty, the offer's is used
 * @param secret the password; whoever made it closes it
 */
public record Credentials(EmailAddress mailbox, Optional<String> typedLoginName, Secret secret) {}
