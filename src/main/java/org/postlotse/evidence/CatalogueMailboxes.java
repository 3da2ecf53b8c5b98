package org.postlotse.evidence;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.catalogue.EmailAddress;

/** What the catalogue knows of a name in a log. */
@Singleton
class CatalogueMailboxes implements Mailboxes {
    private static final String DOMAIN = "{domain}";

    private final Catalogue catalogue;

    @Inject
    CatalogueMailboxes(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public boolean has(EmailAddress address) {
        return catalogue.offer(address).isPresent();
    }

    @Override
    public boolean isOld(String host, EmailAddress mailbox) {
        return catalogue
                .brandOf(mailbox.domain())
                .filter(brand -> brand.oldHosts().stream()
                        .map(pattern -> pattern.replace(DOMAIN, mailbox.domain().name()))
                        .anyMatch(host::equalsIgnoreCase))
                .isPresent();
    }
}
