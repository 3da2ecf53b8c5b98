package org.postlotse.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** The proxies that stand before us and are believed. */
@ConfigMapping(prefix = "postlotse.proxies")
interface ProxyConfig {
    /** Their addresses or networks; nobody is believed until they are named. */
    Optional<List<String>> trusted();

    /** Which headers they write themselves; in all others stands what a stranger likes. */
    @WithDefault("x-forwarded-for")
    List<String> headers();
}
