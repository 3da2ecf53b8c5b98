package org.postlotse.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Which logs are read while they grow; text, because every fault is to be named. */
@ConfigMapping(prefix = "postlotse.intake")
interface IntakeConfig {
    /** Log files to follow: whole paths, the name that the mail server or syslog writes to. */
    Optional<List<String>> files();

    /** Off for commands that read by themselves. */
    @WithDefault("true")
    boolean running();
}
