package org.postlotse.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The domains that stand in brands' files. */
record FileDomains(List<BrandDomains> brands) implements LookUp {
    static final String ID = "file";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Optional<String> brandOf(Domain domain) {
        return brands.stream()
                .filter(brand ->
                        brand.file().stream().anyMatch(file -> file.domains().contains(domain)))
                .map(brand -> brand.brand().id())
                .findFirst();
    }

    @Override
    public Optional<String> complaint() {
        var complaints = brands.stream()
                .flatMap(brand -> brand.file().stream())
                .flatMap(file -> file.complaint().stream())
                .collect(Collectors.joining("; "));
        return Optional.of(complaints).filter(text -> !text.isEmpty());
    }
}
