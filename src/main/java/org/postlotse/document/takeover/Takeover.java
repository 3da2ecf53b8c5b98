package org.postlotse.document.takeover;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postlotse.catalogue.Domain;
import org.postlotse.catalogue.LoginName;
import org.postlotse.catalogue.Server;

/** What came of reading a file. */
public sealed interface Takeover {
    /** All that is to be said of the file, in the order of its lines. */
    List<Remark> remarks();

    /**
     * It tells enough to begin a configuration with.
     *
     * @param servers in the file's order; at least one fetches mail and one sends it
     * @param exceptions domains whose servers are other ones, in the file's order
     */
    record Taken(
            Who who,
            List<Domain> domains,
            List<Server> servers,
            LoginName loginName,
            Map<Domain, List<Server>> exceptions,
            List<Remark> remarks)
            implements Takeover {}

    /**
     * The hoster, as far as the file names it.
     *
     * @param name at most 60 characters
     * @param shortName at most 20 characters
     */
    record Who(Domain id, String name, String shortName, Optional<URI> webmail, Optional<URI> help) {}

    /** It does not; {@code why} is one sentence. */
    record Refused(String why, List<Remark> remarks) implements Takeover {}
}
