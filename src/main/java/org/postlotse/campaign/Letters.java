package org.postlotse.campaign;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.evidence.Device;
import org.postlotse.evidence.LoginProtocol;
import org.postlotse.evidence.Logins;
import org.postlotse.evidence.Weakness;

/** Composes letters of what is known of a mailbox. */
@Singleton
public class Letters {
    /** From the gravest on. */
    private static final List<String> GRAVITY = List.of("no-encryption", "obsolete-tls", "old-method", "old-host");

    private static final int TRIES = 20;

    private final Catalogue catalogue;
    private final Logins logins;
    private final Recipients recipients;
    private final SealedLinks links;
    private final Letter.Writer writer;
    private final Readers readers;
    private final SecureRandom random = new SecureRandom();

    @Inject
    Letters(
            Catalogue catalogue,
            Logins logins,
            Recipients recipients,
            SealedLinks links,
            Letter.Writer writer,
            Readers readers) {
        this.catalogue = catalogue;
        this.logins = logins;
        this.recipients = recipients;
        this.links = links;
        this.writer = writer;
        this.readers = readers;
    }

    /** The recipient of a mailbox, who has a check code from now on. */
    public Recipient recipient(EmailAddress mailbox) {
        return Objects.requireNonNull(recipients(List.of(mailbox)).get(mailbox.normalised()));
    }

    /** The same for many of them, by their normalised names. */
    Map<String, Recipient> recipients(List<EmailAddress> mailboxes) {
        var met = new HashMap<String, Recipient>();
        for (int i = 0; i < TRIES; i++) {
            var codes = mailboxes.stream()
                    .filter(one -> !met.containsKey(one.normalised()))
                    .collect(Collectors.toMap(one -> one, one -> CheckCode.fresh(random)));
            if (codes.isEmpty()) return met;
            for (var one : recipients.meet(codes)) met.put(one.mailbox().normalised(), one);
        }
        throw new IllegalStateException("no check code is free");
    }

    /**
     * A letter.
     *
     * @param cases of which it tells
     */
    record Occasion(List<Case> cases, LetterKind kind, int round) {}

    /** A letter; empty where the mailbox is not the hoster's any more. */
    Optional<Letter> compose(EmailAddress mailbox, Occasion occasion) {
        return compose(recipient(mailbox), occasion);
    }

    Optional<Letter> compose(Recipient recipient, Occasion occasion) {
        var mailbox = recipient.mailbox();
        return catalogue
                .offer(mailbox)
                .flatMap(offer -> catalogue
                        .brandOf(mailbox.domain())
                        .map(brand -> new Letter(
                                occasion.kind(),
                                occasion.round(),
                                gravest(occasion.cases()),
                                recipient,
                                readers.of(mailbox, Optional.of(recipient)),
                                brand,
                                observed(mailbox),
                                offer,
                                brand.publicUrl() + "/w/" + links.seal(recipient.code()))));
    }

    private Letter.Seen observed(EmailAddress mailbox) {
        var all = logins.devices(mailbox);
        boolean sendsOnly = !all.isEmpty()
                && all.stream().allMatch(device -> device.fingerprint().protocol() == LoginProtocol.SMTP);
        return new Letter.Seen(insecure(all), sendsOnly);
    }

    /** A letter in words. */
    public Letter.Written write(Letter letter) {
        return writer.write(letter);
    }

    /** The weakness that a mailbox' owner is told of. */
    public static String gravest(List<Case> cases) {
        return GRAVITY.stream()
                .filter(weakness ->
                        cases.stream().anyMatch(one -> one.weakness().equals(weakness)))
                .findFirst()
                .orElse(GRAVITY.getFirst());
    }

    /** The insecure programs of a mailbox, as {@link #insecure} has them. */
    public List<Device> seen(EmailAddress mailbox) {
        return insecure(logins.devices(mailbox));
    }

    /** Those of some programs that are insecure, the gravest weakness first, then the latest. */
    public static List<Device> insecure(List<Device> devices) {
        return devices.stream()
                .filter(device -> device.fingerprint().weakness().isPresent())
                .sorted(Comparator.<Device>comparingInt(Letters::gravity)
                        .thenComparing(Device::last, Comparator.reverseOrder()))
                .toList();
    }

    private static int gravity(Device device) {
        return device.fingerprint()
                .weakness()
                .map(Weakness::key)
                .map(GRAVITY::indexOf)
                .orElse(GRAVITY.size());
    }
}
