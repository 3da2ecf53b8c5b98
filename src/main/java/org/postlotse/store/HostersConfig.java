package org.postlotse.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** The hoster's own database, from which only is read; text, because {@link HostersSettings} wants to name every fault. */
@ConfigMapping(prefix = "postlotse.lookup.sql")
interface HostersConfig {
    /** {@code jdbc:postgresql://host/name}. */
    Optional<String> url();

    Optional<String> username();

    Optional<String> password();

    /** With one question mark for the domain. */
    Optional<String> domainQuery();

    /** With one question mark for the address. */
    Optional<String> mailboxQuery();

    /** How long an answer is believed, {@code 10s} to {@code 24h}. */
    @WithDefault("10m")
    String remember();

    /** How long it is believed that there is no such row. */
    @WithDefault("1m")
    String rememberNo();
}
