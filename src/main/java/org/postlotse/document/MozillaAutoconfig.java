package org.postlotse.document;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.postlotse.catalogue.ConnectionSecurity;
import org.postlotse.catalogue.LoginName;
import org.postlotse.catalogue.Offer;
import org.postlotse.catalogue.OwnLogin;
import org.postlotse.catalogue.Provider;
import org.postlotse.catalogue.Server;

/**
 * Mozilla's autoconfig, format 1.1 (draft-ietf-mailmaint-autoconfig-06 describes 1.2, which all of 1.1's readers take).
 * Written so that every known reader takes it; what they stumble over stands at the line.
 */
@Singleton
final class MozillaAutoconfig implements DocumentFormat {
    private static final String VERSION = "1.1";

    private final Served served;

    @Inject
    MozillaAutoconfig(Served served) {
        this.served = served;
    }

    @Override
    public String id() {
        return "mozilla-autoconfig";
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/mail/config-v1.1.xml"),
                Route.get("/.well-known/autoconfig/mail/config-v1.1.xml"),
                Route.get("/v1.1/mail/config-v1.1.xml")); // Nine for Android, reported in lists of 2025
    }

    // Thunderbird for Android (2026-08) and Delta Chat's well-known request never send an address, Evolution 3.46 sends
    // EVOLUTIONUSER@domain: the address may choose the domain, but never the status.
    @Override
    public Answer answer(Inquiry inquiry) {
        return served.offer(inquiry.host(), inquiry.address("emailaddress"))
                .<Answer>map(MozillaAutoconfig::write)
                .orElseGet(NotServed::new);
    }

    @Override
    public Optional<String> group(Inquiry inquiry) {
        return served.group(inquiry.address("emailaddress"));
    }

    @Override
    public Document write(Mailbox mailbox) {
        return write(mailbox.offer());
    }

    // A name space prefix is refused by Thunderbird 149 and its Android sister: there is none.
    private static Document write(Offer offer) {
        var root = Xml.element("clientConfig")
                .attribute("version", VERSION)
                .add(provider(offer))
                .add(dav("addressBook", "carddav", offer.provider().contacts(), offer.loginName()))
                .add(dav("calendar", "caldav", offer.provider().calendars(), offer.loginName()))
                .add(Xml.element("webMail")
                        .add(Xml.element("loginPage")
                                .attribute("url", offer.provider().webmail().toASCIIString())));
        return new Document("text/xml; charset=utf-8", root.document(), "config-v1.1.xml");
    }

    private static Xml provider(Offer offer) {
        var provider = offer.provider();
        return Xml.element("emailProvider")
                .attribute("id", provider.id().name()) // Thunderbird for Android (2026-08): a host name, or refused
                // Thunderbird 149 (2026-01) reads an element with any attribute, as the draft's purpose="mx", as an
                // object: no attribute on whatever carries a value.
                .add(Xml.element("domain", offer.domain().name()))
                .add(Xml.element("displayName", provider.name()))
                .add(Xml.element("displayShortName", provider.shortName()))
                .add(servers(offer))
                .add(help(provider));
    }

    /**
     * All servers of the offer: IMAP, POP3, SMTP, and the hoster's order within each. IMAP goes first even where the
     * hoster lists POP3 first: FairEmail 1.2331 (2026-08) stops reading at a first server that is not IMAP, whereas
     * Thunderbird lets people choose between all of them. Evolution 3.46 takes the last of a protocol, so a second SMTP
     * server is written only where the hoster lists a second one.
     */
    private static List<Xml> servers(Offer offer) {
        return offer.servers().stream()
                .sorted(Comparator.comparing(Server::protocol))
                .map(server -> server(server, username(offer)))
                .toList();
    }

    private static Xml server(Server server, String username) {
        return Xml.element(server.protocol().incoming() ? "incomingServer" : "outgoingServer")
                .attribute("type", server.protocol().key())
                .add(Xml.element("hostname", server.host().name()))
                .add(Xml.element("port", server.port().toString()))
                .add(Xml.element("socketType", socketType(server.security())))
                // the password goes through TLS as it is; one single method, for unknown ones spoil the file in
                // Thunderbird for Android (2026-08)
                .add(Xml.element("authentication", "password-cleartext"))
                // the same in all blocks: FairEmail 1.2331 (2026-08) lets the last one win
                .add(Xml.element("username", username));
    }

    /**
     * Outside the provider's element, where no reader of mail settings stumbles over it. The authentication has format
     * 1.1's word, because the draft's needs an attribute on a value.
     */
    private static List<Xml> dav(String name, String type, Optional<URI> url, LoginName login) {
        return url
                .map(place -> Xml.element(name)
                        .attribute("type", type)
                        .add(Xml.element("username", placeholder(login)))
                        .add(Xml.element("authentication", "http-basic"))
                        .add(Xml.element("url", place.toASCIIString())))
                .stream()
                .toList();
    }

    /** Exactly so, in this case: Thunderbird 149 skips a server with any other word, Android refuses the file. */
    private static String socketType(ConnectionSecurity security) {
        return switch (security) {
            case TLS -> "SSL";
            case STARTTLS -> "STARTTLS";
        };
    }

    /** A mailbox's own login name is here only where the hoster's settings say that it is no secret. */
    private static String username(Offer offer) {
        return offer.own().map(OwnLogin::name).orElseGet(() -> placeholder(offer.loginName()));
    }

    /** The program fills it in: the same document for everybody tells nothing about who has a mailbox. */
    private static String placeholder(LoginName login) {
        return switch (login) {
            case ADDRESS -> "%EMAILADDRESS%";
            case LOCALPART -> "%EMAILLOCALPART%";
        };
    }

    /** Short, because FairEmail 1.2331 (2026-08) shows all languages one after another. */
    private static Xml help(Provider provider) {
        return Xml.element("documentation")
                .attribute("url", provider.help().toASCIIString())
                .add(Wording.all().stream()
                        .map(words -> Xml.element("descr", words.say("autoconfig.help"))
                                .attribute("lang", words.tag()))
                        .toList());
    }
}
