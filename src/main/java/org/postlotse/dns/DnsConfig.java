package org.postlotse.dns;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Whom to ask about DNS, as it was written: text, because {@link DnsSettings} wants to name every fault. */
@ConfigMapping(prefix = "postlotse.dns")
interface DnsConfig {
    /** Resolvers by address, with a port where it is not 53; without them the machine's own are asked. */
    Optional<List<String>> servers();

    /** For one answer of one resolver: {@code 1500ms} or {@code 2s}, from 100 milliseconds to 10 seconds. */
    @WithDefault("1500ms")
    String timeout();

    /** Where discovery names are to lead to; without it, to the host of the brand's public URL. */
    Optional<String> target();

    /** The addresses by which we are reached from outside, where DNS does not tell the whole truth about them. */
    Optional<List<String>> addresses();

    /** {@code alias} or {@code address}: what is written down for the names that lead to us. */
    @WithDefault("alias")
    String records();
}
