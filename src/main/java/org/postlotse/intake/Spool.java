package org.postlotse.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Lines that others hand over lie here, on the disk, before anybody is told that they arrived, and are then read like any
 * other log that grows. So they are answered at once, survive a kill, and count exactly once, too: a batch that is sent again
 * because its answer was lost is known by its digest, here and, once it was read, in the database that all nodes share. The
 * file is turned over when it is large or old, and what was read is deleted.
 */
final class Spool implements AutoCloseable {
    private static final long LARGE = 32L * 1024 * 1024;
    /** No line lies here longer than this and a moment: it may tell where a customer is. */
    private static final Duration OLD = Duration.ofHours(12);
    /** Whoever does not get his lines read for so long has to keep them. */
    private static final long FULL = 2L * 1024 * 1024 * 1024;

    private static final int REMEMBERED = 10_000;

    private final Path file;
    private final Path before;
    private final Clock clock;
    private final BatchNote notes;
    private final Map<String, Boolean> batches = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };
    private FileChannel channel;
    private Instant begun;
    private volatile long whole;

    Spool(Path directory, Clock clock) throws IOException {
        Files.createDirectories(directory);
        this.file = directory.resolve("pushed.log");
        this.before = directory.resolve("pushed.log.1");
        this.clock = clock;
        this.notes = BatchNote.in(file)
                .or(() -> BatchNote.in(before))
                .orElseGet(() -> new BatchNote(UUID.randomUUID().toString()));
        notes.ended(before, batches);
        long end = notes.ended(file, batches);
        this.begun = end == 0 ? clock.instant() : BatchNote.begun(file).orElse(Instant.EPOCH);
        this.channel = open(end);
    }

    /** Where the lines lie. */
    Path file() {
        return file;
    }

    /** Up to where the file holds whole batches: what stands behind may be torn by a kill, and is sent again then. */
    long whole() {
        return whole;
    }

    /** What tells batches from lines. */
    BatchNote notes() {
        return notes;
    }

    /** A log is known by its first line, so each has one of its own; what a kill tore is cut off. */
    private FileChannel open(long end) throws IOException {
        var opened = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (opened.size() > end) opened.truncate(end);
        opened.position(end);
        if (end == 0) write(opened, notes.first(stamp()).getBytes(StandardCharsets.UTF_8));
        whole = opened.position();
        return opened;
    }

    /**
     * Keeps a batch of lines; it is on the disk when this returns.
     *
     * @param lines each with its line feed
     * @return false when it was kept before
     * @throws IOException where it could not be kept, or there is no more room
     */
    synchronized boolean add(byte[] lines) throws IOException {
        var digest = digest(lines);
        if (batches.containsKey(digest)) return false;
        var note = notes.line(stamp(), digest, lines.length).getBytes(StandardCharsets.UTF_8);
        append(ByteBuffer.allocate(note.length + lines.length)
                .put(note)
                .put(lines)
                .array());
        channel.force(false);
        batches.put(digest, true);
        return true;
    }

    /** Keeps lines of somebody who sends nothing twice. */
    synchronized void append(byte[] lines) throws IOException {
        if (channel.size() > FULL) throw new IOException("the spool is full");
        try {
            write(channel, lines);
        } catch (IOException full) {
            if (channel.isOpen()) channel.truncate(whole);
            throw full;
        }
        whole = channel.position();
    }

    /** Turns the file over when it is large; to be called by who reads it, when it has read. */
    synchronized void turn(boolean allRead) throws IOException {
        if (Files.exists(before)) {
            if (allRead) Files.delete(before);
        } else if (channel.size() > LARGE || isOld()) {
            channel.close();
            Files.move(file, before, StandardCopyOption.ATOMIC_MOVE);
            begun = clock.instant();
            channel = open(0);
        }
    }

    /** What holds nothing but its own first line may grow as old as it likes. */
    private boolean isOld() {
        return whole > BatchNote.LONGEST && begun.plus(OLD).isBefore(clock.instant());
    }

    private String stamp() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static void write(FileChannel to, byte[] bytes) throws IOException {
        var rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) to.write(rest);
    }

    private static String digest(byte[] lines) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(lines));
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException(broken); // every Java has it
        }
    }

    @Override
    public synchronized void close() throws IOException {
        channel.close();
    }
}
