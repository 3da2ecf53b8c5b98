package org.postlotse.web.wizard;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import org.postlotse.catalogue.Brand;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.web.Frame;

/** Notices customers of one brand on the pages of another, and knows the way to their own. */
@Singleton
class OtherBrands {
    private final Catalogue catalogue;
    private final Trail trail;

    @Inject
    OtherBrands(Catalogue catalogue, Trail trail) {
        this.catalogue = catalogue;
        this.trail = trail;
    }

    /** Whether this mailbox's brand is another one than that of the page. May ask DNS. */
    boolean isElse(Frame frame, EmailAddress mailbox) {
        return other(frame.brand(), mailbox).isPresent();
    }

    /** Tells whose customer this is and leads on to the same page there; the journey has the mailbox. */
    Pages.OtherBrand page(Frame frame, Journey journey, String page) {
        var mailbox = journey.mailbox().orElseThrow();
        var brand = other(frame.brand(), mailbox).orElseThrow();
        return new Pages.OtherBrand(
                frame,
                mailbox.display(),
                brand.provider().name(),
                brand.publicUrl().getAuthority(),
                brand.publicUrl() + trail.to(frame, journey, page));
    }

    /** Where a page of this journey is at home when that is not here: the same path at the mailbox's own brand. */
    Optional<URI> home(Brand here, Journey journey, String path) {
        return journey.mailbox()
                .flatMap(mailbox -> other(here, mailbox))
                .map(brand -> URI.create(brand.publicUrl() + path));
    }

    private Optional<Brand> other(Brand here, EmailAddress mailbox) {
        return catalogue.brandOf(mailbox.domain()).filter(brand -> !brand.id().equals(here.id()));
    }
}
