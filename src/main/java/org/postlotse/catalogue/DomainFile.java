package org.postlotse.catalogue;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A file with a domain on each line, read again when it has changed. A file that can not be used changes nothing: what
 * stood in it last is served on. It is looked at when somebody asks, because file systems on which many nodes share it
 * tell nobody of a change.
 */
final class DomainFile {
    private static final Logger LOG = System.getLogger(DomainFile.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Path path;
    private final Clock clock;
    private Held held;

    private DomainFile(Path path, Clock clock, Held held) {
        this.path = path;
        this.clock = clock;
        this.held = held;
    }

    /** Reads it for the first time; with a complaint when it can not be used. */
    static DomainFile open(Path path, Clock clock) {
        var stamp = Stamp.of(path);
        var lines = DomainLines.read(path);
        return new DomainFile(path, clock, new Held(lines.domains(), stamp, clock.instant(), lines.complaint()));
    }

    /** What tells whether a file has changed; the key changes when another file takes its name. */
    private record Stamp(Optional<FileTime> changed, long size, String key) {
        static Stamp of(Path path) {
            try {
                var found = Files.readAttributes(path, BasicFileAttributes.class);
                return new Stamp(
                        Optional.of(found.lastModifiedTime()), found.size(), Objects.toString(found.fileKey(), ""));
            } catch (IOException gone) {
                return new Stamp(Optional.empty(), 0, "");
            }
        }
    }

    private record Held(Set<Domain> domains, Stamp stamp, Instant looked, Optional<String> complaint) {}

    /** Those that stand in it, or stood in it when it was last in order. */
    Set<Domain> domains() {
        return current().domains();
    }

    /** Why the file as it is now is not used; empty when it is. */
    Optional<String> complaint() {
        return current().complaint().map(fault -> path + " is not used as it is now: " + fault);
    }

    /** What is wrong with it, without its name. */
    Optional<String> fault() {
        return current().complaint();
    }

    private synchronized Held current() {
        var now = clock.instant();
        if (now.isBefore(held.looked().plus(PAUSE))) return held;
        var stamp = Stamp.of(path);
        held = stamp.equals(held.stamp()) ? new Held(held.domains(), stamp, now, held.complaint()) : reread(stamp, now);
        return held;
    }

    private Held reread(Stamp stamp, Instant now) {
        var lines = DomainLines.read(path);
        // somebody is writing: whatever was read may be half of it
        if (!Stamp.of(path).equals(stamp)) return new Held(held.domains(), held.stamp(), now, held.complaint());
        if (lines.complaint().isPresent()) {
            LOG.log(
                    Level.WARNING,
                    "{0} is not used, the domains stay as they were: {1}",
                    path,
                    lines.complaint().get());
            return new Held(held.domains(), stamp, now, lines.complaint());
        }
        LOG.log(Level.INFO, "{0} read: {1} domains", path, lines.domains().size());
        return new Held(lines.domains(), stamp, now, Optional.empty());
    }
}
