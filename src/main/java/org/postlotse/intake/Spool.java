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
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Lines that others hand over lie here before anybody is told that they arrived, and are then read like any other log that
 * grows. So they are answered at once, survive a kill, and count exactly once, too: a batch that is sent again because its
 * answer was lost is known by its digest. The file is turned over when it is large, and what was read is deleted.
 */
final class Spool implements AutoCloseable {
    private static final long LARGE = 32L * 1024 * 1024;
    /** Whoever does not get his lines read for so long has to keep them. */
    private static final long FULL = 2L * 1024 * 1024 * 1024;

    private static final int REMEMBERED = 10_000;
    private static final String BATCH = " postlotse postlotse: batch ";

    private final Path file;
    private final Path before;
    private final Clock clock;
    private final Map<String, Boolean> batches = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };
    private FileChannel channel;

    Spool(Path directory, Clock clock) throws IOException {
        Files.createDirectories(directory);
        this.file = directory.resolve("pushed.log");
        this.before = directory.resolve("pushed.log.1");
        this.clock = clock;
        remember(before);
        remember(file);
        this.channel = open();
    }

    /** Where the lines lie. */
    Path file() {
        return file;
    }

    private void remember(Path part) throws IOException {
        if (!Files.exists(part)) return;
        try (var lines = Files.lines(part, StandardCharsets.ISO_8859_1)) {
            lines.filter(line -> line.contains(BATCH))
                    .forEach(line -> batches.put(line.substring(line.indexOf(BATCH) + BATCH.length()), true));
        }
    }

    /** A log is known by its first line, so each has one of its own; a last line that was torn by a kill is ended. */
    private FileChannel open() throws IOException {
        var opened =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
        long size = opened.size();
        opened.position(size);
        if (size == 0) write(opened, stamp() + " postlotse postlotse: spool " + UUID.randomUUID() + "\n");
        else {
            var last = ByteBuffer.allocate(1);
            opened.read(last, size - 1);
            if (last.get(0) != '\n') write(opened, "\n");
        }
        return opened;
    }

    /**
     * Keeps a batch of lines.
     *
     * @param lines each with its line feed
     * @return false when it was kept before
     * @throws IOException where it could not be kept, or there is no more room
     */
    synchronized boolean add(byte[] lines) throws IOException {
        var digest = digest(lines);
        if (batches.containsKey(digest)) return false;
        var note = (stamp() + BATCH + digest + "\n").getBytes(StandardCharsets.UTF_8);
        append(ByteBuffer.allocate(lines.length + note.length)
                .put(lines)
                .put(note)
                .array());
        batches.put(digest, true);
        return true;
    }

    /** Keeps lines of somebody who sends nothing twice. */
    synchronized void append(byte[] lines) throws IOException {
        if (channel.size() > FULL) throw new IOException("the spool is full");
        var whole = ByteBuffer.wrap(lines);
        while (whole.hasRemaining()) channel.write(whole);
    }

    /** Turns the file over when it is large; to be called by who reads it, when it has read. */
    synchronized void turn(boolean allRead) throws IOException {
        if (Files.exists(before)) {
            if (allRead) Files.delete(before);
        } else if (channel.size() > LARGE) {
            channel.close();
            Files.move(file, before, StandardCopyOption.ATOMIC_MOVE);
            channel = open();
        }
    }

    private String stamp() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static void write(FileChannel to, String text) throws IOException {
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) to.write(bytes);
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
