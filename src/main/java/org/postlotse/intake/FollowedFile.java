package org.postlotse.intake;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.postlotse.evidence.LogFile;
import org.postlotse.evidence.LogStream;
import org.postlotse.evidence.Logins;
import org.postlotse.evidence.Position;
import org.postlotse.evidence.SourceReading;

/**
 * A log file that is read on while it grows. Rotation by renaming and by cutting (logrotate's {@code copytruncate}) are
 * followed; a file that was renamed is read on until nobody has written to it for a minute. One thread at a time.
 */
final class FollowedFile implements AutoCloseable {
    /** Who writes still has the renamed file open until he is told. */
    private static final Duration QUIET = Duration.ofMinutes(1);
    /** No more is read at once, so that whoever ends the process does not wait for a backlog. */
    private static final long STRETCH = 64L * 1024 * 1024;

    private final Path path;
    private final Supplier<SourceReading> begin;
    private final Logins logins;
    private final Clock clock;
    private final List<Open> renamed = new ArrayList<>();
    private Optional<Open> current = Optional.empty();
    private boolean caughtUp;
    private LongSupplier whole = () -> Long.MAX_VALUE;

    /** @param begin a reading for each file that has this name */
    FollowedFile(Path path, Supplier<SourceReading> begin, Logins logins, Clock clock) {
        this.path = path;
        this.begin = begin;
        this.logins = logins;
        this.clock = clock;
    }

    /** Of the file that has the name now, only what stands before this offset is read. */
    FollowedFile upTo(LongSupplier whole) {
        this.whole = whole;
        return this;
    }

    /** One file, whatever it is called by now. */
    private static final class Open implements AutoCloseable {
        private final FileChannel channel;
        private final Object key;
        private final SourceReading reading;
        private long offset;
        private Instant grew;

        Open(FileChannel channel, Object key, SourceReading reading, long offset, Instant now) {
            this.channel = channel;
            this.key = key;
            this.reading = reading;
            this.offset = offset;
            this.grew = now;
        }

        boolean isCut() throws IOException {
            return channel.size() < offset;
        }

        boolean advance(long most, Instant now) throws IOException {
            long end = Math.min(channel.size(), most);
            if (end <= offset) return false;
            long reached = read(Math.min(end, offset + STRETCH));
            if (reached == offset) return false;
            reading.keep(reached);
            offset = reached;
            grew = now;
            return true;
        }

        private long read(long end) throws IOException {
            return LogStream.read(new FilePart(channel, offset, end), offset, LogStream.End.OPEN, reading);
        }

        void end() {
            reading.end(offset);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /** How many bytes of the file that has the name now have been read; empty when there is none with a whole line. */
    Optional<Long> read() {
        return current.map(open -> open.offset);
    }

    /** Whether what the last renamed file held has been read to its end. */
    boolean isThroughWithRenamed() {
        return renamed.isEmpty();
    }

    /** Reads what is new; whether there was anything. */
    boolean advance() throws IOException {
        if (!caughtUp) catchUp();
        boolean any = false;
        if (current.isEmpty()) current = open();
        if (current.isPresent()) any = current.get().advance(whole.getAsLong(), clock.instant());
        if (current.isPresent() && hasGone(current.get())) {
            leave(current.get());
            current = open();
            any |= current.isPresent() && current.get().advance(whole.getAsLong(), clock.instant());
        }
        return any | finish();
    }

    /** Begins anew at what was kept: after a failure nobody knows how much of what was read since is. */
    void restart() throws IOException {
        close();
        current = Optional.empty();
        renamed.clear();
        caughtUp = false;
    }

    /** What was written behind our back, while nobody read, and was rotated meanwhile. */
    private void catchUp() throws IOException {
        for (var before : new Rotated(path).unread(logins))
            before.read(begin.get(), logins, UnaryOperator.identity(), clock.instant());
        caughtUp = true;
    }

    private Optional<Open> open() throws IOException {
        try {
            var mark = new LogFile(path).mark();
            if (mark.isEmpty()) return Optional.empty();
            var reading = begin.get();
            long from = reading.resume(logins.position(mark.get()).orElseGet(() -> Position.start(mark.get())));
            var channel = FileChannel.open(path, StandardOpenOption.READ);
            return Optional.of(new Open(channel, key(), reading, from, clock.instant()));
        } catch (NoSuchFileException notYet) {
            return Optional.empty();
        }
    }

    private boolean hasGone(Open open) throws IOException {
        try {
            return open.isCut() || !open.key.equals(key());
        } catch (NoSuchFileException renamed) {
            return true;
        }
    }

    private Object key() throws IOException {
        var key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        return key == null ? path : key; // Windows has none: there only cutting is seen
    }

    private void leave(Open open) throws IOException {
        if (open.isCut()) {
            open.end();
            open.close();
        } else renamed.add(open);
    }

    /** Whoever was told of the rotation writes to the new file; what still came to the old one is read. */
    private boolean finish() throws IOException {
        boolean any = false;
        for (var open : List.copyOf(renamed)) {
            any |= open.advance(Long.MAX_VALUE, clock.instant());
            if (open.grew.plus(QUIET).isAfter(clock.instant())) continue;
            open.end();
            open.close();
            renamed.remove(open);
        }
        return any;
    }

    @Override
    public void close() throws IOException {
        if (current.isPresent()) current.get().close();
        for (var open : renamed) open.close();
    }
}
