package org.postlotse.guide;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.postlotse.catalogue.ConnectionSecurity;
import org.postlotse.catalogue.Domain;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.catalogue.Host;
import org.postlotse.catalogue.LoginName;
import org.postlotse.catalogue.Offer;
import org.postlotse.catalogue.Port;
import org.postlotse.catalogue.Protocol;
import org.postlotse.catalogue.Provider;
import org.postlotse.catalogue.Server;

/** Customers of all kinds, for whom every step has to read right. */
final class Customers {
    static final Optional<EmailAddress> ERIKA = EmailAddress.parse("erika@beispiel-verein.de");
    static final Offer OFFER_587 = offer(
            LoginName.ADDRESS,
            server(Protocol.IMAP, 993, ConnectionSecurity.TLS),
            server(Protocol.POP3, 995, ConnectionSecurity.TLS),
            server(Protocol.SMTP, 587, ConnectionSecurity.STARTTLS));
    static final Offer OFFER_465 = offer(
            LoginName.ADDRESS,
            server(Protocol.IMAP, 993, ConnectionSecurity.TLS),
            server(Protocol.POP3, 995, ConnectionSecurity.TLS),
            server(Protocol.SMTP, 465, ConnectionSecurity.TLS));
    static final Offer OFFER_STARTTLS = offer(
            LoginName.LOCALPART,
            server(Protocol.IMAP, 143, ConnectionSecurity.STARTTLS),
            server(Protocol.POP3, 110, ConnectionSecurity.STARTTLS),
            server(Protocol.SMTP, 587, ConnectionSecurity.STARTTLS));

    private Customers() {}

    /** Erika, who fetches with IMAP and sends on 587. */
    static Filling erika(Locale language) {
        return new Filling(OFFER_587, Protocol.IMAP, ERIKA, language, language, true);
    }

    /** Everybody: each offer, each protocol, with and without a mailbox, signed or not, each pair of languages. */
    static Stream<Filling> all() {
        var all = new ArrayList<Filling>();
        for (var offer : List.of(OFFER_587, OFFER_465, OFFER_STARTTLS))
            for (var incoming : List.of(Protocol.IMAP, Protocol.POP3))
                for (var mailbox : List.of(ERIKA, Optional.<EmailAddress>empty()))
                    for (boolean signed : new boolean[] {true, false})
                        for (var page : List.of(Locale.GERMAN, Locale.ENGLISH))
                            for (var labels : List.of(Locale.GERMAN, Locale.ENGLISH))
                                all.add(new Filling(offer, incoming, mailbox, page, labels, signed));
        return all.stream();
    }

    private static Offer offer(LoginName loginName, Server... servers) {
        var domain = new Domain("beispiel-hoster.de");
        var provider = new Provider(
                domain,
                "Beispiel-Hoster GmbH",
                "Beispiel-Hoster",
                URI.create("https://webmail.beispiel-hoster.de/"),
                URI.create("https://www.beispiel-hoster.de/hilfe"),
                "0000 123456",
                "Montag bis Freitag 9 bis 17 Uhr");
        return new Offer(domain, provider, List.of(servers), loginName);
    }

    private static Server server(Protocol protocol, int port, ConnectionSecurity security) {
        return new Server(protocol, new Host("mail.beispiel-hoster.de"), new Port(port), security);
    }
}
