package org.postlotse.web.desk;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.postlotse.probe.Journal;

/**
 * Keeps the log-in from being guessed at: so many failures per name and per network within a sliding window, counted by
 * all nodes together. Log-ins that work do not count, and names that nobody has are counted like the others.
 */
@Singleton
class LogInLimit {
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int PER_NAME = 10;
    private static final int PER_NETWORK = 20;

    private final Journal journal;
    private final Clock clock;

    @Inject
    LogInLimit(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /** An attempt that may be made; it counts until it is forgiven. */
    record Attempt(UUID id) {}

    /** Counts an attempt before it is made, so that many at once do not slip through; empty when it may not be made. */
    Optional<Attempt> admit(String name, InetAddress network) {
        var now = clock.instant();
        var attempt = new Attempt(UUID.randomUUID());
        var ofName = digest("desk-name", name.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        var ofNetwork = digest("desk-network", line(network));
        journal.note(attempt.id(), List.of(ofName, ofNetwork), now);
        var since = now.minus(WINDOW);
        if (journal.count(ofName, since).failures() <= PER_NAME
                && journal.count(ofNetwork, since).failures() <= PER_NETWORK) return Optional.of(attempt);
        journal.withdraw(attempt.id());
        return Optional.empty();
    }

    /** The log-in worked. */
    void forgive(Attempt attempt) {
        journal.withdraw(attempt.id());
    }

    /** After how many minutes at most it may be tried again. */
    long minutes() {
        return WINDOW.toMinutes();
    }

    /** An IPv4 address, or the /64 of an IPv6 address. */
    private static byte[] line(InetAddress address) {
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
