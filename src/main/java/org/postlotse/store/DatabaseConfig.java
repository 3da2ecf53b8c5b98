package org.postlotse.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Which database is used; the data sources themselves are set up from the same keys in {@code application.yaml}. */
@ConfigMapping(prefix = "postlotse.database")
interface DatabaseConfig {
    /** A file of our own. */
    String EMBEDDED = "embedded";
    /** A server. */
    String POSTGRESQL = "postgresql";
    /** For commands that need no database. */
    String NONE = "none";

    /** {@code embedded}: a file of our own, for one node. {@code postgresql}: a server, for any number of nodes. */
    @WithDefault(EMBEDDED)
    String kind();

    /** Where the embedded database lies: a path that begins with {@code /}, {@code ./} or {@code ~/}. */
    @WithDefault("./data")
    String directory();

    /** The server's JDBC URL, {@code jdbc:postgresql://host/name}. */
    Optional<String> url();

    Optional<String> username();

    Optional<String> password();
}
