package org.postlotse.probe;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many checks are allowed before the form asks people to wait. */
@ConfigMapping(prefix = "postlotse.throttle")
interface ThrottleConfig {
    /** How long an attempt counts. */
    @WithDefault("15m")
    Duration window();

    /** Attempts per mailbox and window. */
    @WithDefault("5")
    int perMailbox();

    /** Attempts per IPv4 address or IPv6 /64 and window. */
    @WithDefault("20")
    int perNetwork();
}
