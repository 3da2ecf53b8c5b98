package org.postlotse.evidence;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Reads one source line by line: opens the envelope, finds the dialect, and counts what came of it. */
public final class LogReader implements Lines {
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

    @Override
    public void line(byte[] bytes, int from, int to, long position) {
        tally.lines++;
        entry.position = position;
        if (!envelope.open(bytes, from, to, entry)) {
            tally.strange.add("unknown form", bytes, from, to);
            return;
        }
        for (var spoken : dialects)
            if (spoken.dialect().wrote(entry)) {
                tally.ofMailServers++;
                spoken.reader().line(entry);
                return;
            }
        tally.lost += LostLines.in(entry);
    }

    public void end() {
        for (var spoken : dialects) spoken.reader().end();
    }

    /** Where reading must begin again so that later lines mean the same; {@link Long#MAX_VALUE} when nothing is open. */
    long since() {
        return dialects.stream()
                .mapToLong(spoken -> spoken.reader().since())
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** The positions of log-ins that wait for a later line. */
    List<Long> waiting() {
        var positions = new ArrayList<Long>();
        for (var spoken : dialects) spoken.reader().waiting(positions::add);
        return positions;
    }

    public Tally tally() {
        return tally;
    }

    /** How many lines there were, and of what kind. */
    public static final class Tally {
        private long lines;
        private final Samples strange = new Samples();
        private long ofMailServers;
        private long lost;

        public long lines() {
            return lines;
        }

        /** Lines that no envelope is known for: cut in half, or something else altogether. */
        public long withoutEnvelope() {
            return strange.kinds().values().stream()
                    .mapToLong(Samples.Kind::count)
                    .sum();
        }

        /** Those lines, a few of them to look at. */
        public Samples strange() {
            return strange;
        }

        /** Lines that the machine's own logger says it threw away, whoever wrote them. */
        public long lost() {
            return lost;
        }

        /** Lines that a mail server wrote whose dialect is known. */
        public long ofMailServers() {
            return ofMailServers;
        }
    }
}
