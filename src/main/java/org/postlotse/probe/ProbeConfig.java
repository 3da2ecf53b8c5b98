package org.postlotse.probe;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** How the probe asks, as it was written: text, because {@link ProbeSettings} wants to name every fault. */
@ConfigMapping(prefix = "postlotse.probe")
interface ProbeConfig {
    /** From the look-up of a name to the last answer: {@code 10s} or {@code 1500ms}, from 1 to 60 seconds. */
    @WithDefault("10s")
    String deadline();

    /** A file with authorities that are believed besides the JDK's: PEM, PKCS#12 or JKS. */
    Optional<String> trustStore();

    /** What opens it, where it needs a password. The framework reads it into a String; it is no customer's secret. */
    Optional<String> trustStorePassword();
}
