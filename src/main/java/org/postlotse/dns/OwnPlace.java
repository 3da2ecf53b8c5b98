package org.postlotse.dns;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import org.postlotse.catalogue.Host;

/**
 * What is us: names and addresses. Nothing else is ever connected to.
 *
 * @param hosts of the brand's pages and, where it is another one, the target of discovery names
 * @param addresses those that are configured, and those of the hosts
 */
record OwnPlace(Set<Host> hosts, Set<InetAddress> addresses) {
    OwnPlace {
        hosts = Set.copyOf(hosts);
        addresses = Set.copyOf(addresses);
    }

    boolean owns(List<InetAddress> found) {
        return !found.isEmpty() && addresses.containsAll(found);
    }
}
