package org.postlotse.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The domains that stand in the configuration itself.
 *
 * @param brands with their lists
 * @param exceptions domains with servers of their own; who writes one serves it, and it is the main brand's
 */
record ListedDomains(List<BrandDomains> brands, Set<String> exceptions) implements LookUp {
    static final String ID = "listed";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Optional<String> brandOf(Domain domain) {
        return brands.stream()
                .filter(brand -> brand.listed().contains(domain))
                .map(brand -> brand.brand().id())
                .findFirst()
                .or(() -> Optional.of(Brand.MAIN).filter(main -> exceptions.contains(domain.name())));
    }
}
