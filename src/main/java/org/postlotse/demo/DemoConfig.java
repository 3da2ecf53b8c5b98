package org.postlotse.demo;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The demo's switch and its ports. */
@ConfigMapping(prefix = "postlotse.demo")
interface DemoConfig {
    /** Whether the demo's mail servers run. Never beside customers. */
    @WithDefault("false")
    boolean enabled();

    /** Where the authority's certificate is written to, as {@code ca.pem}. */
    @WithDefault("data/demo")
    String directory();

    Ports ports();

    /** TCP ports on loopback; 0 takes any that is free. */
    interface Ports {
        @WithDefault("2995")
        int pop3s();

        @WithDefault("2110")
        int pop3();

        @WithDefault("2993")
        int imaps();

        @WithDefault("2143")
        int imap();

        @WithDefault("2465")
        int smtps();

        @WithDefault("2587")
        int submission();

        /** The first of those for servers with an oddity: ten for each. */
        @WithDefault("3100")
        int odd();
    }
}
