package org.postlotse.document;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.postlotse.catalogue.Protocol;
import org.postlotse.catalogue.Server;

/**
 * Apple's configuration profile with one mail account (Apple's device management schema, iOS 18.1). It bears the
 * address, so it has no public route; it bears no password, for which the device asks while installing.
 */
@Singleton
final class AppleProfile implements DocumentFormat {
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
        var name = mailbox.offer().provider().id().name() + "-"
                + mailbox.incoming().key() + ".mobileconfig";
        return new Document("application/x-apple-aspen-config", signer.sign(profile(mailbox)), name);
    }

    private static byte[] profile(Mailbox mailbox) {
        var provider = mailbox.offer().provider();
        var identity = new ProfileIdentity(provider.id(), mailbox.address());
        return new Plist()
                .text("PayloadType", "Configuration")
                .number("PayloadVersion", 1)
                // decides what is replaced: the same mailbox, fetched by whichever protocol, and no other one
                .text("PayloadIdentifier", identity.identifier())
                .text("PayloadUUID", identity.uuid("profile"))
                .text(
                        "PayloadDisplayName",
                        provider.name() + " (" + mailbox.address().display() + ")")
                .text("PayloadDescription", description(mailbox))
                .text("PayloadOrganization", provider.name())
                .dictionary("ConsentText", consent(mailbox))
                .array("PayloadContent", List.of(account(mailbox, identity)))
                .document();
    }

    private static String description(Mailbox mailbox) {
        return Wording.in(mailbox.language())
                .say(
                        "profile.description",
                        mailbox.address().display(),
                        mailbox.incoming().displayName());
    }

    /** In every language, because the device's own may be another than the page's. */
    private static Plist consent(Mailbox mailbox) {
        var consent = new Plist().text("default", consent(Wording.in(mailbox.language()), mailbox));
        Wording.all().forEach(words -> consent.text(words.tag(), consent(words, mailbox)));
        return consent;
    }

    private static String consent(Wording words, Mailbox mailbox) {
        return words.say(
                "profile.consent",
                mailbox.address().display(),
                mailbox.offer().provider().name());
    }

    private static Plist account(Mailbox mailbox, ProfileIdentity identity) {
        // An account can not turn from IMAP into POP3 in place. As another part of the same profile it replaces the
        // old.
        var part = mailbox.incoming().key();
        var address = mailbox.address();
        var account = new Plist()
                .text("PayloadType", "com.apple.mail.managed")
                .number("PayloadVersion", 1)
                .text("PayloadIdentifier", identity.identifier() + "." + part)
                .text("PayloadUUID", identity.uuid(part))
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
