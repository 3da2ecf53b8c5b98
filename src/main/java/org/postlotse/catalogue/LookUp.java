package org.postlotse.catalogue;

import java.util.Optional;

/** One step in finding out whose a domain is: quick, because whatever is slow is remembered behind it. */
interface LookUp {
    /** As it is written in {@code postlotse.domain-sources}. */
    String id();

    /** The id of the brand whose domain it is; empty when this step does not know it. */
    Optional<String> brandOf(Domain domain);

    /** What operators should know about it now; empty when all is well. */
    default Optional<String> complaint() {
        return Optional.empty();
    }
}
