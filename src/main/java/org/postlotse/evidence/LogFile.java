package org.postlotse.evidence;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;

/**
 * A log file. It is known by its first line, not by its name: rotation gives it another name, and compression another
 * inode, but what was read of it stays read.
 *
 * @param path where it is now
 */
public record LogFile(Path path) {
    private static final int BUFFER = 256 * 1024;
    private static final int LONGEST_LINE = 64 * 1024;
    /** A file to which nobody wrote for so long has its last line. */
    private static final Duration REST = Duration.ofHours(1);

    /**
     * Reads on from where it was left, and keeps what it shows.
     *
     * @param watching is handed the file's own bytes, compressed or not, to see how far reading is
     * @return how many bytes of the log were new; empty when it has no whole line yet
     */
    public Optional<Long> read(SourceReading reading, Logins logins, UnaryOperator<InputStream> watching, Instant now)
            throws IOException {
        var mark = mark();
        if (mark.isEmpty()) return Optional.empty();
        var position = logins.position(mark.get()).orElseGet(() -> Position.start(mark.get()));
        long from = reading.resume(position);
        var end = isFinished(now) ? LogStream.End.FINAL : LogStream.End.OPEN;
        try (var stream = open(watching)) {
            stream.skipNBytes(from);
            long reached = LogStream.read(stream, from, end, reading);
            if (end == LogStream.End.FINAL) reading.end(reached);
            else reading.keep(reached);
            return Optional.of(Math.max(0, reached - position.offset()));
        } catch (java.io.EOFException shorter) {
            return Optional.of(0L); // cut down since; what follows has a first line of its own
        }
    }

    /** The log's text. */
    public InputStream open(UnaryOperator<InputStream> watching) throws IOException {
        var stream = watching.apply(Files.newInputStream(path)); // whoever reads it reads blocks
        return isCompressed() ? new GZIPInputStream(stream, BUFFER) : stream;
    }

    /** What the log is known by: a digest of its first line; empty when that is not whole yet. */
    public Optional<String> mark() throws IOException {
        try (var stream = new BufferedInputStream(open(UnaryOperator.identity()))) {
            var digest = sha256();
            for (int i = 0; i < LONGEST_LINE; i++) {
                int next = stream.read();
                if (next < 0) return Optional.empty();
                if (next == '\n') return Optional.of(HexFormat.of().formatHex(digest.digest()));
                digest.update((byte) next);
            }
            return Optional.of(HexFormat.of().formatHex(digest.digest()));
        }
    }

    private boolean isCompressed() {
        return path.toString().endsWith(".gz");
    }

    private boolean isFinished(Instant now) throws IOException {
        return isCompressed() || Files.getLastModifiedTime(path).toInstant().isBefore(now.minus(REST));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException(broken); // every Java has it
        }
    }
}
