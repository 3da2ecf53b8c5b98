package org.postlotse.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
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
     */
    private record Loaded(List<FileTime> written, Optional<SigningKey> key, List<Fault> faults) {}

    boolean configured() {
        return paths().findAny().isPresent();
    }

    List<Fault> faults() {
        return loaded.get().faults();
    }

    /** The key to sign with now. */
    SigningKey current() {
        return loaded.updateAndGet(this::renewed)
                .key()
                .orElseThrow(() -> new IllegalStateException("configuration: " + faults()));
    }

    private Loaded renewed(Loaded old) {
        var written = written();
        if (written.equals(old.written())) return old;
        var fresh = load();
        if (fresh.faults().isEmpty()) return fresh;
        LOG.errorf("the new signing key is not used, the old one stays: %s", fresh.faults());
        return new Loaded(written, old.key(), old.faults());
    }

    private Loaded load() {
        var written = written();
        var reading = SigningKeyReader.read(config);
        var check = new SigningKeyCheck(
                config.keyStore().isPresent() ? SigningKeyReader.KEY_STORE : SigningKeyReader.CHAIN, clock.instant());
        var faults = Stream.concat(
                        reading.faults().stream(), reading.key().stream().flatMap(key -> check.faults(key).stream()))
                .toList();
        return new Loaded(written, reading.key(), faults);
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
