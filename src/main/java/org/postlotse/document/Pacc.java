package org.postlotse.document;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.postlotse.catalogue.ConnectionSecurity;
import org.postlotse.catalogue.LoginName;
import org.postlotse.catalogue.Offer;
import org.postlotse.catalogue.Protocol;
import org.postlotse.catalogue.Provider;
import org.postlotse.catalogue.Server;

/**
 * What a domain tells all programs alike (draft-ietf-mailmaint-pacc-03). Its bytes are the same for everybody and after
 * every start, because DNS holds a digest of them: {@link PaccRecord}.
 */
@Singleton
final class Pacc implements DocumentFormat {
    private static final String HOST = "ua-auto-config.";

    private final Served served;

    @Inject
    Pacc(Served served) {
        this.served = served;
    }

    @Override
    public String id() {
        return "pacc";
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get("/.well-known/user-agent-configuration.json"));
    }

    /** The query chooses nothing: what it would choose could not have the one digest. */
    @Override
    public Answer answer(Inquiry inquiry) {
        return inquiry.host().regionMatches(true, 0, HOST, 0, HOST.length())
                ? ofDomain(inquiry.host())
                : new NotServed();
    }

    @Override
    public Optional<String> group(Inquiry inquiry) {
        return Optional.of("");
    }

    /** That of its domain: a mailbox with servers of its own can not be told of here. */
    @Override
    public Answer write(Mailbox mailbox) {
        return ofDomain(HOST + mailbox.address().domain().name());
    }

    private Answer ofDomain(String host) {
        return served.offer(host, Optional.empty()).map(Pacc::write).orElseGet(NotServed::new);
    }

    private static Answer write(Offer offer) {
        if (offer.loginName() != LoginName.ADDRESS) return new Unfit("PACC knows no login name but the whole address.");
        var protocols = protocols(offer);
        if (!protocols.containsKey("submit"))
            return new Unfit("PACC knows no way to send but TLS from the start on port 465.");
        if (!protocols.containsKey("imap") && !protocols.containsKey("pop3"))
            return new Unfit("PACC knows no way to fetch but TLS from the start on ports 993 and 995.");
        return new Document(
                Json.TYPE,
                // Himalaya, which reads -02, refuses a document without authentication
                Json.bytes(Map.of(
                        "authentication", Map.of("password", true),
                        "info", info(offer.provider()),
                        "protocols", protocols)),
                "user-agent-configuration.json");
    }

    private static Map<String, Object> protocols(Offer offer) {
        var protocols = new TreeMap<String, Object>();
        server(offer, Protocol.IMAP, 993).ifPresent(host -> protocols.put("imap", host));
        server(offer, Protocol.POP3, 995).ifPresent(host -> protocols.put("pop3", host));
        server(offer, Protocol.SMTP, 465).ifPresent(host -> {
            protocols.put("submit", host);
            protocols.put("smtp", host); // what -02 calls it; -03's readers pass over it
        });
        dav(offer.provider().calendars()).ifPresent(url -> protocols.put("caldav", url));
        dav(offer.provider().contacts()).ifPresent(url -> protocols.put("carddav", url));
        return protocols;
    }

    /** Neither a port nor a mere host is allowed. */
    private static Optional<Map<String, String>> dav(Optional<URI> url) {
        return url.filter(place -> place.getPort() < 0 && place.getPath().length() > 1)
                .map(place -> Map.of("url", place.toASCIIString()));
    }

    /** There is no member for a port: TLS at once on the usual one, or nothing (RFC 8314 §7.3). */
    private static Optional<Map<String, String>> server(Offer offer, Protocol protocol, int port) {
        return offer.servers().stream()
                .filter(server -> server.protocol() == protocol
                        && server.security() == ConnectionSecurity.TLS
                        && server.port().number() == port)
                .findFirst()
                .map(Server::host)
                .map(host -> Map.of("host", host.name()));
    }

    private static Map<String, Object> info(Provider provider) {
        return Map.of(
                "help", Map.of("documentation", provider.help().toASCIIString()),
                "provider", Map.of("name", provider.name(), "shortName", provider.shortName()));
    }
}
