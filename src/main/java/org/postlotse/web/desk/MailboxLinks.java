package org.postlotse.web.desk;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.web.Seal;

/**
 * The addresses of mailboxes' pages: sealed, so that no mailbox stands in a browser's history or in a proxy's log, and so
 * that whoever sees masked addresses in a list can open one without learning it.
 */
@Singleton
class MailboxLinks {
    private static final String MAILBOX = "desk mailbox";
    private static final String SEARCH = "desk search";
    private static final String NAMED = "+";
    private static final String LISTED = "-";

    private final Seal seal;

    @Inject
    MailboxLinks(Seal seal) {
        this.seal = seal;
    }

    /**
     * A mailbox that somebody asks for.
     *
     * @param named whether he typed its whole address himself: then there is nothing to mask
     */
    record Asked(EmailAddress mailbox, boolean named) {
        String shown(boolean operator) {
            return named || operator ? mailbox.display() : mailbox.masked();
        }
    }

    String seal(Asked asked) {
        return seal.seal(
                MAILBOX, (asked.named() ? NAMED : LISTED) + asked.mailbox().normalised());
    }

    Optional<Asked> open(String sealed) {
        return seal.open(MAILBOX, sealed)
                .flatMap(text -> EmailAddress.parse(text.substring(1))
                        .map(mailbox -> new Asked(mailbox, text.startsWith(NAMED))));
    }

    String sealSearch(String typed) {
        return seal.seal(SEARCH, typed);
    }

    /** What was searched for; empty where nothing was. */
    String openSearch(String sealed) {
        return seal.open(SEARCH, sealed).orElse("");
    }
}
