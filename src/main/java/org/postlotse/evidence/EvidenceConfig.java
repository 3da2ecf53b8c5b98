package org.postlotse.evidence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the logs do not tell of the hoster's house; text, because every fault is to be named. */
@ConfigMapping(prefix = "postlotse.evidence")
interface EvidenceConfig {
    /** Webmail, monitoring, archives and whatever else of the hoster's own logs in: addresses or networks. */
    Optional<List<String>> ownNetworks();

    /** Addresses of servers behind a login proxy, whose lines tell of the proxy's own leg. */
    Optional<List<String>> backEnds();

    /** Addresses of load balancers that hand on the customer's address and leave all else as it is. */
    Optional<List<String>> hops();

    /** Ports at which something in front of the mail server ends TLS. */
    Optional<List<String>> tlsPorts();

    /** Addresses of the hoster's that only old host names lead to. */
    Optional<List<String>> oldAddresses();

    /** What is behind the at sign of login names that have none. */
    Optional<String> defaultDomain();

    /** The SASL mechanism of each Exim authenticator by its name, where the name does not give it away. */
    Map<String, String> eximAuthenticators();

    /** Days after which customers' addresses are cut down to their networks. */
    @WithDefault("30")
    String addressDays();

    /** Whether addresses are digested at once and never stored as they are. */
    @WithDefault("false")
    String digestAddresses();

    /** Days after which a device that was not seen again is forgotten. */
    @WithDefault("400")
    String keepDays();
}
