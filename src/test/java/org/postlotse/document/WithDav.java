package org.postlotse.document;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.catalogue.ExampleHoster;
import org.postlotse.catalogue.Offer;
import org.postlotse.catalogue.Protocol;
import org.postlotse.catalogue.Provider;

/** Mailboxes of a hoster that has calendars and contacts as well. */
final class WithDav {
    private WithDav() {}

    static Mailbox mailbox(String text) {
        var address = EmailAddress.parse(text).orElseThrow();
        var offer = ExampleHoster.usual().catalogue().offer(address).orElseThrow();
        return new Mailbox(address, with(offer), Protocol.IMAP, Locale.GERMAN, Optional.empty());
    }

    private static Offer with(Offer offer) {
        var plain = offer.provider();
        var provider = new Provider(
                plain.id(),
                plain.name(),
                plain.shortName(),
                plain.webmail(),
                plain.help(),
                plain.phone(),
                plain.hours().usual(),
                Optional.of(URI.create("https://dav.example.test/calendars/")),
                Optional.of(URI.create("https://dav.example.test:8443/contacts/")));
        return new Offer(offer.domain(), provider, offer.servers(), offer.loginName());
    }
}
