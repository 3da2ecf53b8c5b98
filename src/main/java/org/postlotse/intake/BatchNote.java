package org.postlotse.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.postlotse.evidence.Batches;

/**
 * The line that stands before each batch in the spool: {@code … postlotse: batch SECRET DIGEST LENGTH}. Nobody who may send
 * lines knows the spool's secret, so none of theirs is taken for one.
 *
 * @param secret of one spool, kept in the first line of its files
 */
record BatchNote(String secret) implements Batches {
    private static final String OURS = " postlotse postlotse: ";
    /** Of a note, in bytes. */
    static final int LONGEST = 200;

    private static final Pattern FIRST = Pattern.compile(".{1,40}" + OURS + "spool ([0-9a-f-]{36}) [0-9a-f-]{36}");
    private static final Pattern NOTE =
            Pattern.compile(".{1,40}" + OURS + "batch ([0-9a-f-]{36}) ([0-9a-f]{64}) ([0-9]{1,9})");

    /** The notes of a spool's file; empty where there is none yet, or it is another version's. */
    static Optional<BatchNote> in(Path file) {
        if (!Files.exists(file)) return Optional.empty();
        try (var stream = new BufferedInputStream(Files.newInputStream(file))) {
            return Optional.of(FIRST.matcher(line(stream, LONGEST)))
                    .filter(first -> first.matches())
                    .map(first -> new BatchNote(first.group(1)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** When a spool's file was begun; empty where it does not tell. */
    static Optional<Instant> begun(Path file) {
        try (var stream = new BufferedInputStream(Files.newInputStream(file))) {
            var line = line(stream, LONGEST);
            return Optional.of(Instant.parse(line.substring(0, Math.max(0, line.indexOf(' ')))));
        } catch (DateTimeParseException other) {
            return Optional.empty();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The first line of a file, with its line feed. */
    String first(String stamp) {
        return stamp + OURS + "spool " + secret + " " + UUID.randomUUID() + "\n";
    }

    /** The line before a batch, with its line feed. */
    String line(String stamp, String digest, int length) {
        return stamp + OURS + "batch " + secret + " " + digest + " " + length + "\n";
    }

    private Optional<Batch> read(String line) {
        return Optional.of(NOTE.matcher(line))
                .filter(note -> note.matches() && note.group(1).equals(secret))
                .map(note -> new Batch(note.group(2), Integer.parseInt(note.group(3))));
    }

    /**
     * Names the batches that stand whole in a file.
     *
     * @return where the last whole line or batch ends
     */
    long ended(Path file, Map<String, Boolean> batches) throws IOException {
        if (!Files.exists(file)) return 0;
        long size = Files.size(file);
        long at = 0;
        try (var stream = new BufferedInputStream(Files.newInputStream(file))) {
            while (true) {
                var counted = new Counted(stream);
                var line = line(counted, LONGEST);
                long next = at + counted.read;
                if (!counted.ended) return at;
                var batch = read(line);
                if (batch.isPresent()) {
                    next += batch.get().length();
                    if (next > size) return at;
                    stream.skipNBytes(batch.get().length());
                    batches.put(batch.get().digest(), true);
                }
                at = next;
            }
        }
    }

    @Override
    public Optional<Batch> in(byte[] bytes, int from, int to) {
        return to - from < LONGEST && isOurs(bytes, from, to)
                ? read(new String(bytes, from, to - from, StandardCharsets.UTF_8))
                : Optional.empty();
    }

    /** A glance, so that only few lines are looked at closely: a note ends with its length and no line of a log with that. */
    private boolean isOurs(byte[] bytes, int from, int to) {
        int end = to - 1;
        while (end > from && bytes[end] >= '0' && bytes[end] <= '9') end--;
        return end < to - 1 && end - from > secret.length() && bytes[end] == ' ';
    }

    /** Reads to the line feed; of a longer line only the beginning is handed back. */
    private static String line(InputStream stream, int most) throws IOException {
        var line = new StringBuilder();
        for (int b = stream.read(); b >= 0 && b != '\n'; b = stream.read())
            if (line.length() < most) line.append((char) b);
        return line.toString();
    }

    /** Counts what one line takes. */
    private static final class Counted extends InputStream {
        private final InputStream stream;
        private long read;
        private boolean ended;

        Counted(InputStream stream) {
            this.stream = stream;
        }

        @Override
        public int read() throws IOException {
            int b = stream.read();
            if (b >= 0) read++;
            ended = b == '\n';
            return b;
        }
    }
}
