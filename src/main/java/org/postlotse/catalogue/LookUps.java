package org.postlotse.catalogue;

import java.util.List;
import java.util.Optional;

/** The steps in which is found out whose a domain is; the first that knows it decides. */
record LookUps(List<LookUp> inOrder) {
    LookUps {
        inOrder = List.copyOf(inOrder);
    }

    Optional<String> brandOf(Domain domain) {
        return inOrder.stream()
                .map(step -> step.brandOf(domain))
                .flatMap(Optional::stream)
                .findFirst();
    }

    List<SourceState> states() {
        return inOrder.stream()
                .map(step -> new SourceState(step.id(), step.complaint()))
                .toList();
    }
}
