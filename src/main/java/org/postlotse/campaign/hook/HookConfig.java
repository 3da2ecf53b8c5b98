package org.postlotse.campaign.hook;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Who is told of changes; text, because every fault is to be named. */
@ConfigMapping(prefix = "postlotse.webhooks")
interface HookConfig {
    Optional<List<Target>> targets();

    /** One receiver. */
    interface Target {
        /** For the log, the desk and metrics. */
        Optional<String> name();

        /** Where changes are posted to, by https; http on this machine only. */
        Optional<String> url();

        /** What both sides know: {@code whsec_} and 24 to 64 bytes in Base64. */
        Optional<String> secret();
    }
}
