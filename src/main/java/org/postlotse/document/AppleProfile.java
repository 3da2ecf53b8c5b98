package org.postlotse.document;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.postlotse.catalogue.Protocol;
import org.postlotse.catalogue.Server;
import org.postlotse.document.ProfileOrder.Part;

/**
 * Apple's configuration profile with the accounts of one mailbox or several (Apple's device management schema, iOS 18.1).
 * It bears addresses, so it has no public route; it bears no password, for which the device asks while installing.
 */
@Singleton
final class AppleProfile implements DocumentFormat {
    private static final int HTTPS = 443;

    private final ProfileSigner signer;

    @Inject
    AppleProfile(ProfileSigner signer) {
        this.signer = signer;
    }

    @Override
    public String id() {
        return "apple-profile";
    }

    @Override
    public Document write(Mailbox mailbox) {
        return write(ProfileOrder.mail(mailbox));
    }

    Document write(ProfileOrder order) {
        var first = order.first();
        var name = first.offer().provider().id().name() + "-" + first.incoming().key() + ".mobileconfig";
        return new Document("application/x-apple-aspen-config", signer.sign(profile(order)), name);
    }

    private static byte[] profile(ProfileOrder order) {
        var provider = order.first().offer().provider();
        var words = new ProfileWords(order);
        var identity = new ProfileIdentity(
                provider.id(), order.mailboxes().stream().map(Mailbox::address).toList());
        return new Plist()
                .text("PayloadType", "Configuration")
                .number("PayloadVersion", 1)
                // decides what is replaced: the same mailboxes, fetched by whichever protocol, and no other ones
                .text("PayloadIdentifier", identity.identifier())
                .text("PayloadUUID", identity.uuid("profile"))
                .text("PayloadDisplayName", provider.name() + " (" + words.addresses() + ")")
                .text("PayloadDescription", words.description())
                .text("PayloadOrganization", provider.name())
                .dictionary("ConsentText", words.consent())
                .array("PayloadContent", accounts(order, identity))
                .document();
    }

    private static List<Plist> accounts(ProfileOrder order, ProfileIdentity identity) {
        return order.mailboxes().stream()
                .flatMap(
                        mailbox -> order.contents().stream().flatMap(part -> account(part, mailbox, identity).stream()))
                .toList();
    }

    private static Optional<Plist> account(Part part, Mailbox mailbox, ProfileIdentity identity) {
        var provider = mailbox.offer().provider();
        return switch (part) {
            case MAIL -> Optional.of(mail(mailbox, identity));
            case CALENDARS -> provider.calendars().map(url -> dav("CalDAV", url, mailbox, identity));
            case CONTACTS -> provider.contacts().map(url -> dav("CardDAV", url, mailbox, identity));
        };
    }

    private static Plist mail(Mailbox mailbox, ProfileIdentity identity) {
        var address = mailbox.address();
        // An account can not turn from IMAP into POP3 in place. As another part of the same profile it replaces the
        // old.
        var account = payload(
                        "com.apple.mail.managed",
                        identity,
                        identity.part(address, mailbox.incoming().key()))
                .text("PayloadDisplayName", mailbox.offer().provider().name())
                .text("EmailAccountType", mailbox.incoming() == Protocol.IMAP ? "EmailTypeIMAP" : "EmailTypePOP")
                .text("EmailAccountDescription", address.display())
                // one address only: a list of aliases is taken for one address until it is saved anew (iOS, 2017)
                .text(
                        "EmailAddress",
                        address.localPart() + "@" + address.domain().name());
        mailbox.owner().ifPresent(owner -> account.text("EmailAccountName", owner));
        server(account, "Incoming", mailbox.incomingServer(), mailbox.login());
        server(account, "Outgoing", mailbox.outgoingServer(), mailbox.login());
        account.yes("OutgoingPasswordSameAsIncomingPassword") // so that the device asks once
                .yes("allowMailDrop"); // may offer iCloud for what is too big to be sent, as in any other account
        smime().forEach(account::yes);
        return account;
    }

    /**
     * Calendars or contacts. The place of the user's own collections is left out: old iOS ignores it, macOS wants it
     * relative and iOS absolute; all of them ask /.well-known/caldav and /.well-known/carddav of the host (RFC 6764 §5).
     */
    private static Plist dav(String protocol, URI url, Mailbox mailbox, ProfileIdentity identity) {
        var kind = protocol.toLowerCase(Locale.ROOT);
        return payload("com.apple." + kind + ".account", identity, identity.part(mailbox.address(), kind))
                .text("PayloadDisplayName", mailbox.offer().provider().name())
                .text(protocol + "AccountDescription", mailbox.address().display())
                .text(protocol + "HostName", url.getHost())
                // a whole number; generators that write it as <real> miss Apple's schema
                .number(protocol + "Port", url.getPort() < 0 ? HTTPS : url.getPort())
                .yes(protocol + "UseSSL")
                .text(protocol + "Username", mailbox.login());
    }

    private static Plist payload(String type, ProfileIdentity identity, String part) {
        return new Plist()
                .text("PayloadType", type)
                .number("PayloadVersion", 1)
                .text("PayloadIdentifier", identity.identifier() + "." + part)
                .text("PayloadUUID", identity.uuid(part));
    }

    private static void server(Plist account, String direction, Server server, String login) {
        var prefix = direction + "MailServer";
        account.text(prefix + "Authentication", "EmailAuthPassword")
                .text(prefix + "HostName", server.host().name())
                .number(prefix + "PortNumber", server.port().number()) // else Mail tries 25 first
                .yes(prefix + "UseSSL") // for STARTTLS as well; Mail has no other word for it (iOS 18, macOS 15)
                .text(prefix + "Username", login);
    }

    /** Without these (iOS 12 and later), people could never switch on their own S/MIME in an account of a profile. */
    private static Stream<String> smime() {
        return Stream.of(
                "SMIMESigningUserOverrideable",
                "SMIMESigningCertificateUUIDUserOverrideable",
                "SMIMEEncryptByDefaultUserOverrideable",
                "SMIMEEncryptionCertificateUUIDUserOverrideable",
                "SMIMEEnableEncryptionPerMessageSwitch");
    }
}
