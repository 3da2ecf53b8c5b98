package org.postlotse.evidence;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

/** Reads one source line by line: opens the envelope, finds the dialect, and counts what came of it. */
public final class LogReader {
    private final Envelope envelope;
    private final List<Spoken> dialects;
    private final Entry entry = new Entry();
    private final Tally tally = new Tally();

    private record Spoken(LogDialect dialect, DialectReader reader) {}

    public LogReader(List<LogDialect> dialects, ZoneId zone, Clock clock, Findings findings) {
        this.envelope = new Envelope(zone, clock);
        this.dialects = dialects.stream()
                .map(dialect -> new Spoken(dialect, dialect.read(findings)))
                .toList();
    }

    /** Reads one line, without its line feed. */
    public void line(byte[] bytes, int from, int to, long position) {
        tally.lines++;
        entry.position = position;
        if (!envelope.open(bytes, from, to, entry)) {
            tally.withoutEnvelope++;
            return;
        }
        for (var spoken : dialects)
            if (spoken.dialect().wrote(entry)) {
                tally.ofMailServers++;
                spoken.reader().line(entry);
                return;
            }
    }

    public void end() {
        for (var spoken : dialects) spoken.reader().end();
    }

    public Tally tally() {
        return tally;
    }

    /** How many lines there were, and of what kind. */
    public static final class Tally {
        private long lines;
        private long withoutEnvelope;
        private long ofMailServers;

        public long lines() {
            return lines;
        }

        /** Lines that no envelope is known for: cut in half, or something else altogether. */
        public long withoutEnvelope() {
            return withoutEnvelope;
        }

        /** Lines that a mail server wrote whose dialect is known. */
        public long ofMailServers() {
            return ofMailServers;
        }
    }
}
