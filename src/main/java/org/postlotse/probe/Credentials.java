package org.postlotse.probe;

import java.net.InetAddress;
import java.util.Optional;
import org.postlotse.catalogue.EmailAddress;

/**
 * Who logs in.
 *
 * @param mailbox whose mailbox it is
 * @param typedLoginName the user name as it stands in the customer's program; where it is empty, the offer's is used
 * @param secret the password; whoever made it closes it
 * @param origin where the customer sits; told only to servers that are configured to hear it
 */
public record Credentials(
        EmailAddress mailbox, Optional<String> typedLoginName, Secret secret, Optional<Origin> origin) {
    public Credentials(EmailAddress mailbox, Optional<String> typedLoginName, Secret secret) {
        this(mailbox, typedLoginName, secret, Optional.empty());
    }

    /** The same, sent from there. */
    public Credentials from(InetAddress network) {
        return new Credentials(mailbox, typedLoginName, secret, Optional.of(new Origin(network, 0)));
    }
}
