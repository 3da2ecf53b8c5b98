package org.postlotse.catalogue;

import io.quarkus.arc.All;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Whatever knows domains and mailboxes beside the settings. */
@Singleton
class Elsewhere {
    private final List<DomainSource> domains;
    private final List<MailboxSource> mailboxes;

    @Inject
    Elsewhere(@All List<DomainSource> domains, @All List<MailboxSource> mailboxes) {
        this.domains = List.copyOf(domains);
        this.mailboxes = List.copyOf(mailboxes);
    }

    List<DomainSource> domains() {
        return domains;
    }

    List<MailboxSource> mailboxes() {
        return mailboxes;
    }
}
