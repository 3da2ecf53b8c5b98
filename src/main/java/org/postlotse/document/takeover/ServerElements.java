package org.postlotse.document.takeover;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.postlotse.catalogue.ConnectionSecurity;
import org.postlotse.catalogue.Domain;
import org.postlotse.catalogue.Port;
import org.postlotse.catalogue.Protocol;

/** Reads a file's servers one by one and says of each that can not be offered, why. */
final class ServerElements {
    private static final Set<String> READ = Set.of("hostname", "port", "socketType", "authentication", "username");
    private static final Map<String, String> REASONS = Map.of(
            "pop3", "whether mail stays on the server is told by the guides",
            "password", "a password belongs in no file that everybody may read",
            "restriction", "whoever logs in may send",
            "useGlobalPreferredServer", "every document names a server to send by",
            "addThisServer", "every document names a server to send by");

    private final List<Domain> domains;
    private final Remarks remarks;

    ServerElements(List<Domain> domains, Remarks remarks) {
        this.domains = domains;
        this.remarks = remarks;
    }

    /** Those that could be offered, in the file's order. */
    List<Candidate> read(Element provider) {
        return provider.children().stream()
                .filter(child ->
                        child.name().equals("incomingServer") || child.name().equals("outgoingServer"))
                .flatMap(child -> read(child, child.name().equals("incomingServer")).stream())
                .toList();
    }

    private Optional<Candidate> read(Element server, boolean incoming) {
        var protocol = protocol(server, incoming);
        if (protocol.isEmpty())
            return refuse(
                    server,
                    "the type “" + Remarks.quoted(server.attribute("type").orElse(""))
                            + "” is not offered; imap and pop3" + " fetch mail, smtp sends it");
        var written = server.value("hostname").orElse("");
        if (unnameable(written))
            return refuse(server, "its hostname is no host name that could stand in a certificate");
        var port = server.value("port").flatMap(Port::parse);
        if (port.isEmpty())
            return refuse(
                    server,
                    "its port “" + Remarks.quoted(server.value("port").orElse("")) + "” is no number from 1 to 65535");
        var security = security(server);
        if (security.isEmpty()) return Optional.empty();
        var spoken = port.get().spoken();
        if (spoken.isPresent() && spoken.get() != security.get())
            return refuse(
                    server,
                    "its socketType and its port contradict each other; port " + port.get() + " speaks "
                            + spoken.get().displayName());
        if (!passwordAllowed(server)) return Optional.empty();
        remarks.unread(server, READ, REASONS);
        return new UserName(server.value("username").orElse(""), domains)
                .form()
                .map(form -> new Candidate(server, protocol.get(), written, port.get(), security.get(), form))
                .or(() ->
                        refuse(server, UserName.refusal(server.value("username").orElse(""))));
    }

    private static Optional<Protocol> protocol(Element server, boolean incoming) {
        var type = server.attribute("type").orElse("");
        return Stream.of(Protocol.values())
                .filter(protocol ->
                        protocol.incoming() == incoming && protocol.key().equalsIgnoreCase(type))
                .findFirst();
    }

    private boolean unnameable(String host) {
        return domains.stream().anyMatch(domain -> Candidate.host(host, domain).isEmpty());
    }

    private Optional<ConnectionSecurity> security(Element server) {
        var written = server.value("socketType").orElse("");
        return switch (written) {
            case "SSL" -> Optional.of(ConnectionSecurity.TLS);
            case "STARTTLS" -> Optional.of(ConnectionSecurity.STARTTLS);
            case "plain" ->
                refuse(
                        server,
                        "it is unencrypted (socketType plain): passwords and mail would be readable on the way,"
                                + " and there is no such offer here");
            default -> refuse(server, "its socketType “" + Remarks.quoted(written) + "” is none; SSL and STARTTLS are");
        };
    }

    private boolean passwordAllowed(Element server) {
        var methods = server.all("authentication");
        if (methods.isEmpty())
            remarks.add(server, name(server) + " is taken over with a password, for it names no <authentication>.");
        if (methods.isEmpty() || methods.stream().anyMatch(LoginMethod::isPassword)) {
            methods.stream()
                    .filter(method -> !LoginMethod.isPassword(method))
                    .forEach(method -> remarks.add(
                            method,
                            name(server) + " is taken over with a password, without the" + " other way to log in: "
                                    + LoginMethod.described(method) + "."));
            return true;
        }
        refuse(
                server,
                "it takes no password as it is, only " + LoginMethod.described(methods) + ". Inside TLS, let the"
                        + " server take PLAIN or LOGIN and import again");
        return false;
    }

    private <T> Optional<T> refuse(Element server, String why) {
        remarks.add(server, name(server) + " is not taken over: " + why + ".");
        return Optional.empty();
    }

    private static String name(Element server) {
        return "The server "
                + Remarks.quoted(server.attribute("type").orElse("(no type)") + " "
                        + server.value("hostname").orElse("(no hostname)") + ":"
                        + server.value("port").orElse("(no port)"));
    }
}
