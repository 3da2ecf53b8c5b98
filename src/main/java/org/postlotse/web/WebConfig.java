package org.postlotse.web;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The pages' own settings. */
@ConfigMapping(prefix = "postlotse.web")
interface WebConfig {
    /**
     * 32 bytes in Base64, the same on all nodes: with them the state of a customer's way is sealed into the address of a
     * page. Without them a fresh key is made at each start, and open pages end with it.
     */
    Optional<String> sealKey();
}
