package org.postlotse.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.postlotse.catalogue.CatalogueConfig.ExceptionConfig;
import org.postlotse.catalogue.CatalogueConfig.ServerConfig;

/** Reads lists of servers and says what a customer could not use. */
final class ServersReader {
    private final Reading reading;

    ServersReader(Reading reading) {
        this.reading = reading;
    }

    List<Server> read(String key, Optional<List<ServerConfig>> written) {
        var configs = written.orElse(List.of());
        var servers = IntStream.range(0, configs.size())
                .mapToObj(i -> server(key + "[" + i + "]", configs.get(i)))
                .flatMap(Optional::stream)
                .toList();
        if (servers.size() == configs.size()) complete(key, servers);
        return servers;
    }

    Map<String, List<Server>> readExceptions(Optional<List<ExceptionConfig>> written) {
        var exceptions = new HashMap<String, List<Server>>();
        var configs = written.orElse(List.of());
        for (int i = 0; i < configs.size(); i++) {
            var key = "postlotse.exceptions[" + i + "]";
            var servers = read(key + ".servers", configs.get(i).servers());
            if (configs.get(i).forWhom().isEmpty())
                reading.fault(key + ".for", "is missing; list domains or addresses");
            reading.each(key + ".for", configs.get(i).forWhom(), ServersReader::subject, "a domain or an address")
                    .forEach(subject -> exceptions.put(subject, servers));
        }
        return exceptions;
    }

    private static Optional<String> subject(String text) {
        return text.contains("@")
                ? EmailAddress.parse(text).map(EmailAddress::normalised)
                : Domain.parse(text).map(Domain::name);
    }

    private Optional<Server> server(String key, ServerConfig config) {
        var protocol = reading.required(key + ".protocol", config.protocol(), Written::protocol, "imap, pop3 or smtp");
        var host = reading.required(key + ".host", config.host(), Host::parse, Written.HOST);
        var port = reading.required(key + ".port", config.port(), Port::parse, "a port from 1 to 65535");
        var security = reading.required(
                key + ".security",
                config.security(),
                Written::security,
                "tls or starttls; an unencrypted server can not be offered");
        if (protocol.isEmpty() || host.isEmpty() || port.isEmpty() || security.isEmpty()) return Optional.empty();
        clash(key, protocol.get(), port.get(), security.get());
        return Optional.of(new Server(protocol.get(), host.get(), port.get(), security.get()));
    }

    /** The well-known ports leave no choice; the wrong word beside one would send every customer astray. */
    private void clash(String key, Protocol protocol, Port port, ConnectionSecurity security) {
        var due = port.spoken().orElse(security);
        if (due != security)
            reading.fault(
                    key + ".security",
                    "is " + security.key() + "; write " + due.key() + ", because that is what " + protocol.displayName()
                            + " port " + port + " speaks");
    }

    private void complete(String key, List<Server> servers) {
        if (servers.stream().noneMatch(server -> server.protocol().incoming()))
            reading.fault(key, "has no server that fetches mail; add one with protocol imap or pop3");
        if (servers.stream().allMatch(server -> server.protocol().incoming()))
            reading.fault(key, "has no server that sends mail; add one with protocol smtp");
    }
}
