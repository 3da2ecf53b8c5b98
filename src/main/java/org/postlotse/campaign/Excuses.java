package org.postlotse.campaign;

import java.util.Map;
import java.util.Optional;
import org.postlotse.catalogue.EmailAddress;

/** Mailboxes that are left alone, as operators noted them. */
public interface Excuses {
    /** Notes one, or another reason or end for one that was noted. */
    void note(EmailAddress mailbox, Case.Excuse excuse);

    Optional<Case.Excuse> of(EmailAddress mailbox);

    /** All of them by address, in alphabetical order; some may be over. */
    Map<EmailAddress, Case.Excuse> all();

    /** Takes one back; false where there was none. */
    boolean withdraw(EmailAddress mailbox);
}
