package org.postlotse.catalogue;

import java.util.Optional;

/**
 * How a source of domains fares.
 *
 * @param id as in {@code postlotse.domain-sources}
 * @param complaint what is wrong with it now, in words for operators; empty when all is well
 */
public record SourceState(String id, Optional<String> complaint) {}
