package org.postlotse.document;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postlotse.catalogue.ConnectionSecurity;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.catalogue.Offer;
import org.postlotse.catalogue.Protocol;
import org.postlotse.catalogue.Server;
import org.postlotse.document.Route.Method;

/**
 * Microsoft's Autodiscover in plain old XML (MS-OXDSCLI). Nothing here ever asks for a password: one 401 makes
 * Thunderbird 149 (2026-01) throw away a good autoconfig document and tell people that their password is wrong.
 */
@Singleton
final class Autodiscover implements DocumentFormat {
    private static final String ROOT = "http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006";
    private static final String OUTLOOK =
            "http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSSS");
    static final String PATH = "/autodiscover/autodiscover.xml";
    private static final int INVALID_REQUEST = 600;
    private static final int NOT_AVAILABLE = 601;

    private final Served served;
    private final Clock clock;

    @Inject
    Autodiscover(Served served, Clock clock) {
        this.served = served;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "microsoft-autodiscover";
    }

    // Outlook, iOS and servers ask for /Autodiscover/Autodiscover.xml, /AutoDiscover/AutoDiscover.xml and what not
    @Override
    public List<Route> routes() {
        return List.of(new Route(Set.of(Method.GET, Method.POST), PATH, true));
    }

    /**
     * By http it says nothing but where it answers by https. Outlook takes nothing else from there, and so gets to us from
     * domains that have no certificate of their own.
     */
    @Override
    public Answer answer(Inquiry inquiry) {
        return moved(inquiry).orElseGet(() -> told(inquiry));
    }

    private Optional<Answer> moved(Inquiry inquiry) {
        if (!inquiry.unencrypted()) return Optional.empty();
        return served.encryptedHome(inquiry.host(), inquiry.address("email", "emailaddress"))
                .map(home -> new Moved(home.resolve(PATH)));
    }

    private Answer told(Inquiry inquiry) {
        return switch (inquiry.method()) {
            // Delta Chat 2.57.0 (2026-08), MyMail and Spike ask so, without an address; 405 would leave them nothing
            case GET -> settings(inquiry, inquiry.address("email", "emailaddress"));
            case POST ->
                switch (AutodiscoverRequest.read(inquiry.body())) {
                    case AutodiscoverRequest.Settings(var address) -> settings(inquiry, address);
                    case AutodiscoverRequest.ActiveSync() -> error(NOT_AVAILABLE, "Provider is not available");
                    case AutodiscoverRequest.Invalid() -> error(INVALID_REQUEST, "Invalid Request");
                };
        };
    }

    @Override
    public Document write(Mailbox mailbox) {
        return write(mailbox.offer(), Optional.of(mailbox.address()));
    }

    private Answer settings(Inquiry inquiry, Optional<EmailAddress> address) {
        return served.offer(inquiry.host(), address)
                // an address of a domain that is not ours chose nothing: the document is the one for nobody
                .<Answer>map(offer ->
                        write(offer, address.filter(known -> known.domain().equals(offer.domain()))))
                .orElseGet(NotServed::new);
    }

    private static Document write(Offer offer, Optional<EmailAddress> address) {
        var response = Xml.element("Response").attribute("xmlns", OUTLOOK);
        address.ifPresent(known -> response.add(Xml.element("User").add(Xml.element("DisplayName", plain(known)))));
        var login = address.map(offer::login);
        return document(response.add(Xml.element("Account")
                // in this order, before the servers: FairEmail 1.2331 (2026-08)
                .add(Xml.element("AccountType", "email"), Xml.element("Action", "settings"))
                .add(servers(offer).stream()
                        .map(server -> protocol(server, login))
                        .toList())
                // last: eM Client and others that know DAV read them, Thunderbird 149 (2026-01) passes them by
                .add(dav("CalDAV", offer.provider().calendars(), login))
                .add(dav("CardDAV", offer.provider().contacts(), login))));
    }

    private static String plain(EmailAddress address) {
        return address.localPart() + "@" + address.domain().name();
    }

    /** IMAP, POP3, SMTP, one each: of two, FairEmail 1.2331 (2026-08) takes the last, Thunderbird 149 the first. */
    private static List<Server> servers(Offer offer) {
        return Arrays.stream(Protocol.values())
                .flatMap(protocol -> server(offer, protocol).stream())
                .toList();
    }

    /** The preferred server of a protocol among those that all programs understand, if there is one. */
    private static Optional<Server> server(Offer offer, Protocol protocol) {
        return offer.servers().stream()
                .filter(server -> server.protocol() == protocol)
                .filter(Autodiscover::understood)
                .findFirst()
                .or(() -> offer.first(protocol));
    }

    /** Thunderbird 149 (2026-01) takes STARTTLS on any other port for TLS at once; FairEmail goes by the port alone. */
    private static boolean understood(Server server) {
        return switch (server.security()) {
            case TLS -> true;
            case STARTTLS -> Set.of(110, 143, 587).contains(server.port().number());
        };
    }

    private static Xml protocol(Server server, Optional<String> login) {
        var protocol = Xml.element("Protocol")
                .add(Xml.element("Type", server.protocol().name())) // Thunderbird 149: upper case, or ignored
                .add(Xml.element("TTL", "1"))
                .add(Xml.element("Server", server.host().name()))
                .add(Xml.element("Port", server.port().toString()));
        // left out, never empty: Thunderbird 149 (2026-01) would log in as the user “true”
        login.ifPresent(name -> protocol.add(Xml.element("LoginName", name)));
        protocol.add(Xml.element("DomainRequired", "off"))
                .add(Xml.element("SPA", "off")) // its default is on: a Windows log-in
                // On for STARTTLS, too. With off, Thunderbird 149 and Delta Chat 2.57.0 send the password in plain
                // text.
                .add(Xml.element("SSL", "on"))
                .add(Xml.element("Encryption", encryption(server.security())))
                .add(Xml.element("AuthRequired", "on"));
        if (server.protocol() == Protocol.SMTP)
            protocol.add(Xml.element("UsePOPAuth", login.isPresent() ? "off" : "on"), Xml.element("SMTPLast", "off"));
        return protocol;
    }

    private static List<Xml> dav(String type, Optional<URI> url, Optional<String> login) {
        return url
                .map(place -> Xml.element("Protocol")
                        .add(Xml.element("Type", type))
                        .add(Xml.element("Server", place.toASCIIString()))
                        .add(Xml.element("DomainRequired", "off"))
                        .add(login.stream()
                                .map(name -> Xml.element("LoginName", name))
                                .toList()))
                .stream()
                .toList();
    }

    /** MS-OXDSCLI §2.2.4.1.1.2.6: TLS is what the upgrade is called there. Never Auto: Outlook 2016 fails on 143. */
    private static String encryption(ConnectionSecurity security) {
        return switch (security) {
            case TLS -> "SSL";
            case STARTTLS -> "TLS";
        };
    }

    private Document error(int code, String message) {
        var now = clock.instant();
        return document(Xml.element("Response")
                .add(Xml.element("Error")
                        .attribute("Time", TIME.format(LocalTime.ofInstant(now, ZoneOffset.UTC)))
                        .attribute("Id", Long.toString(now.getEpochSecond()))
                        .add(Xml.element("ErrorCode", Integer.toString(code)))
                        .add(Xml.element("Message", message))
                        .add(Xml.element("DebugData"))));
    }

    private static Document document(Xml response) {
        var root = Xml.element("Autodiscover").attribute("xmlns", ROOT).add(response);
        return new Document("text/xml; charset=utf-8", root.document(), "autodiscover.xml");
    }
}
