package org.postlotse.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Where lines come from; text, because every fault is to be named. */
@ConfigMapping(prefix = "postlotse.intake")
interface IntakeConfig {
    /** Log files to follow: whole paths, the name that the mail server or syslog writes to. */
    Optional<List<String>> files();

    /** Off for commands that read by themselves. */
    @WithDefault("true")
    boolean running();

    /** The mail servers that write the lines, where finding it out line by line is not wished. */
    Optional<List<String>> dialects();

    /** Of stamps that name no time zone; the hoster's own by default. */
    Optional<String> zone();

    /** SHA-256 hashes of the tokens of those who may push lines; without one nobody may. */
    Optional<List<String>> tokens();

    /** What this node is called at the desk; the name of its machine by default. */
    Optional<String> node();

    /** Where pushed lines lie until they are read. */
    @WithDefault("${postlotse.database.directory:./data}/intake")
    String spool();
}
