package org.postlotse.probe;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.postlotse.catalogue.EmailAddress;

/**
 * Keeps the check from being a machine for guessing passwords: so many attempts per mailbox and per network within a
 * sliding window. It locks the form, never the mailbox, and says the same of mailboxes that do not exist.
 */
@Singleton
public final class Throttle {
    private final ThrottleConfig config;
    private final Journal journal;
    private final Clock clock;

    @Inject
    Throttle(ThrottleConfig config, Journal journal, Clock clock) {
        this.config = config;
        this.journal = journal;
        this.clock = clock;
    }

    /** What became of a request to check. */
    public sealed interface Admission {
        /** Go on; the attempt is counted. */
        record Admitted() implements Admission {}

        /**
         * Too many attempts; this one was not counted.
         *
         * @param pause until the next one may be made, more than zero, at most the window
         */
        record Refused(Duration pause) implements Admission {}
    }

    /** Counts an attempt for a mailbox from a network, or refuses it. */
    public Admission admit(EmailAddress mailbox, InetAddress customer) {
        var now = clock.instant();
        var windowStart = now.minus(config.window());
        var limits = List.of(
                new Limit(
                        digest("mailbox", mailbox.normalised().getBytes(StandardCharsets.UTF_8)), config.perMailbox()),
                new Limit(digest("network", network(customer)), config.perNetwork()));
        var attempt = UUID.randomUUID();
        // noted before it is counted: of two at once, neither can overlook the other
        journal.note(attempt, limits.stream().map(Limit::subject).toList(), now);
        for (var limit : limits) {
            if (journal.count(limit.subject(), windowStart) <= limit.most()) continue;
            journal.withdraw(attempt);
            return new Admission.Refused(pause(limit, windowStart, now));
        }
        journal.forget(windowStart);
        return new Admission.Admitted();
    }

    private record Limit(String subject, int most) {}

    private Duration pause(Limit limit, Instant windowStart, Instant now) {
        var free = journal.oldest(limit.subject(), windowStart).plus(config.window());
        return free.isAfter(now) ? Duration.between(now, free) : Duration.ofSeconds(1);
    }

    /** An IPv4 address, or the /64 of an IPv6 address: what one customer line has. */
    private static byte[] network(InetAddress address) {
        return address instanceof Inet6Address ? Arrays.copyOf(address.getAddress(), 8) : address.getAddress();
    }

    private static String digest(String purpose, byte[] subject) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(purpose.getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) 0);
            return HexFormat.of().formatHex(sha256.digest(subject));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
