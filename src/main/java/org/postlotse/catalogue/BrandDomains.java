package org.postlotse.catalogue;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which mail domains are a brand's, as far as its own settings say.
 *
 * @param listed by name, in no order
 * @param file where further ones stand
 * @param mxHosts whose appearance in a domain's MX records makes it the brand's
 */
record BrandDomains(Brand brand, Set<Domain> listed, Optional<DomainFile> file, Set<Host> mxHosts) {
    BrandDomains {
        listed = Set.copyOf(listed);
        mxHosts = Set.copyOf(mxHosts);
    }

    /** Those that have a name here: the listed ones and the file's. */
    Set<Domain> named() {
        return Stream.concat(listed.stream(), file.stream().flatMap(held -> held.domains().stream()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
