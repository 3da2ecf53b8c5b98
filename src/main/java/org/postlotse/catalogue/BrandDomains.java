package org.postlotse.catalogue;

import java.util.Set;

/**
 * Which mail domains are a brand's.
 *
 * @param listed by name, in no order
 * @param ownedByMx those whose mail is delivered to the brand
 */
record BrandDomains(Brand brand, Set<Domain> listed, OwnedByMx ownedByMx) {
    BrandDomains {
        listed = Set.copyOf(listed);
    }
}
