package org.postlotse.web.wizard;

import java.util.Optional;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.catalogue.Offer;

/**
 * A login name as a page tells it.
 *
 * @param name empty where the mailbox is not known
 * @param anonymous the key, below {@code settings}, of the words that stand in for it
 */
record Login(String name, String anonymous) {
    static Login of(Offer offer, Optional<EmailAddress> mailbox) {
        return new Login(
                mailbox.map(offer::login).orElse(""),
                switch (offer.loginName()) {
                    case ADDRESS -> "user-address";
                    case LOCALPART -> "user-localpart";
                });
    }
}
