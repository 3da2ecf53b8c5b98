package org.postlotse.document.takeover;

import java.util.Optional;
import java.util.regex.Pattern;
import org.postlotse.catalogue.ConnectionSecurity;
import org.postlotse.catalogue.Domain;
import org.postlotse.catalogue.Host;
import org.postlotse.catalogue.LoginName;
import org.postlotse.catalogue.Port;
import org.postlotse.catalogue.Protocol;
import org.postlotse.catalogue.Server;

/**
 * A server of the file that could be offered.
 *
 * @param at where it stands
 * @param host its name, in which {@code %EMAILDOMAIN%} may stand
 */
record Candidate(
        Element at, Protocol protocol, String host, Port port, ConnectionSecurity security, LoginName loginName) {
    private static final Pattern DOMAIN = Pattern.compile("%EMAILDOMAIN%", Pattern.CASE_INSENSITIVE);

    /** The server for customers of a domain; empty when the name with the domain in it is none. */
    Optional<Server> in(Domain domain) {
        return host(host, domain).map(name -> new Server(protocol, name, port, security));
    }

    static Optional<Host> host(String written, Domain domain) {
        return Host.parse(DOMAIN.matcher(written).replaceAll(domain.name()));
    }

    @Override
    public String toString() {
        return protocol.displayName() + " " + Remarks.quoted(host) + ":" + port;
    }
}
