package org.postlotse.probe;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.postlotse.catalogue.Host;

/** Where a host's addresses are looked up. */
@FunctionalInterface
interface Names {
    /** Its addresses in the order in which they are to be tried; may take any time. */
    List<InetAddress> of(Host host) throws UnknownHostException;

    /** As this machine does it. */
    static Names ofThisMachine() {
        return host -> List.of(InetAddress.getAllByName(host.name()));
    }
}
