package org.postlotse.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.postlotse.catalogue.Fault;

/**
 * The key that is configured, read anew when its files have changed: certificates are renewed every few weeks, and
 * nobody should have to think of this product then. A renewal with a fault leaves the old key in place.
 */
final class SigningKeys {
    private static final Logger LOG = Logger.getLogger(SigningKeys.class);

    /** Days; certificates of ninety days are renewed after sixty, so by then something has gone wrong. */
    private static final int WARNING = 21;

    private static final long A_DAY = Duration.ofDays(1).toSeconds();
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final SigningConfig config;
    private final Clock clock;
    private final AtomicReference<Loaded> loaded;

    SigningKeys(SigningConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.loaded = new AtomicReference<>(load());
    }

    /**
     * What was read last.
     *
     * @param written when its files had been written
     * @param faults for which nothing can be signed
     * @param refused faults of newer files, in whose place the key is still used
     */
    private record Loaded(List<FileTime> written, Optional<SigningKey> key, List<Fault> faults, List<Fault> refused) {}

    boolean configured() {
        return paths().findAny().isPresent();
    }

    List<Fault> faults() {
        return loaded.get().faults();
    }

    /**
     * The key to sign with now.
     *
     * @throws SigningBroken when there is none, or its certificate has expired meanwhile
     */
    SigningKey current() {
        var key = loaded.updateAndGet(this::renewed)
                .key()
                .orElseThrow(() -> new SigningBroken("no key to sign with: " + faults()));
        var expired = key.leaf().getNotAfter().toInstant();
        if (clock.instant().isAfter(expired)) throw new SigningBroken("the certificate has expired on " + day(expired));
        return key;
    }

    /** How the key fares; empty where none is configured or it could not be read at all. */
    Optional<SigningState> state() {
        var now = loaded.updateAndGet(this::renewed);
        return now.key().map(key -> {
            var expires = key.leaf().getNotAfter().toInstant();
            long left = Math.floorDiv(Duration.between(clock.instant(), expires).toSeconds(), A_DAY);
            return new SigningState(key.toString(), expires, left, complaints(now, key, expires, left));
        });
    }

    private List<String> complaints(Loaded now, SigningKey key, Instant expires, long left) {
        var complaints = new ArrayList<String>();
        if (left < 0) complaints.add("The certificate has expired on " + day(expires) + "; no profile is handed out.");
        else if (left < WARNING) complaints.add("The certificate expires on " + day(expires) + "; renew it.");
        now.refused().forEach(fault -> complaints.add("Newer files are not used: " + fault + "."));
        if (!KnownAuthorities.complete(key.chain(), expires.minus(A_SECOND)))
            complaints.add("The chain leads to no authority that this Java knows; add the missing intermediates.");
        return complaints;
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    private Loaded renewed(Loaded old) {
        var written = written();
        if (written.equals(old.written())) return old;
        var fresh = load();
        if (fresh.faults().isEmpty()) return fresh;
        LOG.errorf("the new signing key is not used, the old one stays: %s", fresh.faults());
        return new Loaded(written, old.key(), old.faults(), fresh.faults());
    }

    private Loaded load() {
        var written = written();
        var reading = SigningKeyReader.read(config);
        var check = new SigningKeyCheck(
                config.keyStore().isPresent() ? SigningKeyReader.KEY_STORE : SigningKeyReader.CHAIN, clock.instant());
        var faults = Stream.concat(
                        reading.faults().stream(), reading.key().stream().flatMap(key -> check.faults(key).stream()))
                .toList();
        return new Loaded(written, reading.key(), faults, List.of());
    }

    private Stream<String> paths() {
        return Stream.of(config.key(), config.chain(), config.keyStore()).flatMap(Optional::stream);
    }

    private List<FileTime> written() {
        return paths().map(SigningKeys::written).toList();
    }

    private static FileTime written(String path) {
        try {
            return Files.getLastModifiedTime(Path.of(path));
        } catch (IOException | java.nio.file.InvalidPathException gone) {
            return FileTime.fromMillis(0);
        }
    }
}
