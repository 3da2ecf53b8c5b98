package org.postlotse.probe;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** How many checks are allowed before the form asks people to wait; text, because every fault is to be named. */
@ConfigMapping(prefix = "postlotse.throttle")
interface ThrottleConfig {
    /** How long an attempt counts: {@code 15m}, {@code 900s} or {@code 1h}, from a minute to a day. */
    @WithDefault("15m")
    String window();

    /** Failed checks per mailbox and window. */
    @WithDefault("5")
    String perMailbox();

    /** Failed checks per IPv4 address or IPv6 /64 and window. */
    @WithDefault("20")
    String perNetwork();

    /** Failed checks per mail domain and window. */
    @WithDefault("500")
    String perDomain();

    /** Failed checks of all customers together and window. */
    @WithDefault("2000")
    String inTotal();

    /** Checks of any result may be so many times as many as failed ones. */
    @WithDefault("4")
    String attemptsPerFailure();

    /** Whoever comes with a link that was mailed to the mailbox has so many times as many for it. */
    @WithDefault("4")
    String invitedFactor();

    /** At least 16 characters: with them mailboxes and networks are digested. */
    @WithDefault("${postlotse.web.seal-key:}")
    Optional<String> key();
}
