package org.postlotse.probe;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** How much the probe may ask of the servers, as it was written. */
@ConfigMapping(prefix = "postlotse.probe.limits")
interface RestraintConfig {
    /** Log-ins at once at each port of each server. */
    @WithDefault("50")
    String perServer();

    /** Log-ins at once of this node. */
    @WithDefault("1000")
    String inTotal();

    /** How long a server is left alone that turns us away: {@code 60s}, {@code 5m}. */
    @WithDefault("60s")
    String pause();

    /** No refusal of name and password is told sooner after they were sent: {@code 400ms}, {@code 1s}. */
    @WithDefault("400ms")
    String refusalsAfter();

    /** Servers that are told the customer's address: {@code host} or {@code host:port}. */
    Optional<List<String>> tellAddressTo();
}
