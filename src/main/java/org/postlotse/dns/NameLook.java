package org.postlotse.dns;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postlotse.catalogue.Host;
import org.postlotse.catalogue.Port;
import org.postlotse.dns.DomainFinding.State;
import org.postlotse.probe.Certificates;
import org.postlotse.probe.ShownCertificate;

/**
 * Looks where a name leads to and, only where that is us, at its certificate: whatever else a customer's zone names is
 * told and never connected to.
 *
 * @param port on which we serve https
 */
record NameLook(Addresses addresses, OwnPlace own, Certificates certificates, Port port) {
    DomainFinding look(String name, List<DnsRecord> wanted) {
        var shown = name.substring(0, name.length() - 1);
        var found = addresses.of(Names.of(name));
        if (found.addresses().isEmpty())
            return found.silence()
                    .map(why -> finding(shown, wanted, State.UNKNOWN, List.of(why)))
                    .orElseGet(() -> finding(shown, wanted, missing(wanted), List.of()));
        var seen = seen(name, found);
        if (!own.owns(found.addresses())) return finding(shown, wanted, State.ELSEWHERE, seen);
        var certificate = Host.parse(shown)
                .map(host -> certificates.look(host, found.addresses().getFirst(), port));
        return new DomainFinding(shown, "A", wanted, State.RIGHT, seen, certificate);
    }

    private static State missing(List<DnsRecord> wanted) {
        return wanted.getFirst().purpose().required() ? State.MISSING : State.ADVISED;
    }

    private static List<String> seen(String name, Addresses.Found found) {
        var seen = new ArrayList<String>();
        if (!found.name().equals(Names.of(name))) seen.add(found.name().toString(true));
        found.addresses().stream().map(InetAddress::getHostAddress).forEach(seen::add);
        return seen;
    }

    private static DomainFinding finding(String name, List<DnsRecord> wanted, State state, List<String> seen) {
        return new DomainFinding(name, "A", wanted, state, seen, Optional.<ShownCertificate>empty());
    }
}
