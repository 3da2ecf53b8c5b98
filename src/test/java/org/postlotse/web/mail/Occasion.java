package org.postlotse.web.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postlotse.campaign.CheckCode;
import org.postlotse.campaign.Letter;
import org.postlotse.campaign.LetterKind;
import org.postlotse.campaign.Recipient;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.evidence.Device;
import org.postlotse.evidence.Encryption;
import org.postlotse.evidence.Fingerprint;
import org.postlotse.evidence.LoginProtocol;
import org.postlotse.evidence.Weakness;

/** What a letter is written about: what it has to say, which programs were seen, and who reads it. */
record Occasion(LetterKind kind, List<Fingerprint> seen, String holder) {
    static final Fingerprint IMAP =
            new Fingerprint(LoginProtocol.IMAP, Encryption.NONE, "", "PLAIN", "", "Thunderbird");
    static final Fingerprint SMTP = new Fingerprint(LoginProtocol.SMTP, Encryption.NONE, "", "PLAIN", "", "");
    static final Fingerprint TLS_1_0 = new Fingerprint(LoginProtocol.POP3, Encryption.TLS, "TLSv1", "PLAIN", "", "");
    static final Fingerprint CRAM = new Fingerprint(LoginProtocol.IMAP, Encryption.TLS, "", "CRAM-MD5", "", "");
    static final Fingerprint NTLM = new Fingerprint(LoginProtocol.IMAP, Encryption.TLS, "", "NTLM", "", "");
    static final Fingerprint OLD_HOST =
            new Fingerprint(LoginProtocol.IMAP, Encryption.TLS, "", "PLAIN", "imap.alt.example.test", "Outlook");

    private static final Instant SEEN = Instant.parse("2024-06-12T05:14:00Z");
    private static final String LINK = "/w/AQxk3vX1bq0rZ7sFhT9mWcYp2nLd8uJgKeR5iVoBaSfMtQwEzPyNj4h6";

    static Occasion of(LetterKind kind, Fingerprint... seen) {
        return new Occasion(kind, List.of(seen), "");
    }

    /** Somebody else looks after the mailbox. */
    Occasion heldBy(String other) {
        return new Occasion(kind, seen, other);
    }

    Letter letter(Catalogue catalogue, Locale language) {
        var mailbox = address("erika@beispiel.test");
        var brand = catalogue.brandOf(mailbox.domain()).orElseThrow();
        var recipient = new Recipient(mailbox, new CheckCode("7F4K2QMD"), Optional.of(language), Optional.empty());
        var devices = seen.stream()
                .map(how -> new Device(
                        mailbox, how, SEEN, SEEN, 2, LocalDate.of(2024, 6, 12), Optional.empty(), false, "192.0.2.7"))
                .toList();
        boolean sendsOnly = !seen.isEmpty() && seen.stream().allMatch(how -> how.protocol() == LoginProtocol.SMTP);
        return new Letter(
                kind,
                0,
                seen.stream()
                        .flatMap(how -> how.weakness().stream())
                        .map(Weakness::key)
                        .findFirst()
                        .orElse("no-encryption"),
                recipient,
                new Letter.Reader(holder.isEmpty() ? mailbox : address(holder), holder.isEmpty(), language),
                brand,
                new Letter.Seen(devices, sendsOnly),
                catalogue.offer(mailbox).orElseThrow(),
                brand.publicUrl() + LINK);
    }

    private static EmailAddress address(String text) {
        return EmailAddress.parse(text).orElseThrow();
    }
}
