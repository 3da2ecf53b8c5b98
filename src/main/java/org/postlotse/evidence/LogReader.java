package org.postlotse.evidence;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads one source line by line: opens the envelope, finds the dialect, and counts what came of it. */
public final class LogReader implements Lines {
    /** The kind of lines that no envelope is known for. */
    public static final String UNKNOWN_FORM = "unknown form";

    private final Envelope envelope;
    private final List<Spoken> dialects;
    private final Entry entry = new Entry();
    private Tally tally = new Tally();

    /** A dialect that somebody speaks here. */
    static final class Spoken {
        private final LogDialect dialect;
        private final DialectReader reader;
        private long lines;

        Spoken(LogDialect dialect, DialectReader reader) {
            this.dialect = dialect;
            this.reader = reader;
        }
    }

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
        var tag = envelope.open(bytes, from, to, entry);
        if (tag == null) {
            tally.strange.add(UNKNOWN_FORM, bytes, from, to);
            return;
        }
        if (!tag.isMet()) meet(tag);
        entry.machine = tag.machine();
        entry.service = tag.service();
        var spoken = tag.spoken();
        if (spoken == null) {
            tally.lost += LostLines.in(entry);
            return;
        }
        tally.ofMailServers++;
        spoken.lines++;
        if (tag.tells()) spoken.reader.line(entry);
    }

    /** Each program on each machine is looked at once. */
    private void meet(Tag tag) {
        for (var spoken : dialects)
            if (spoken.dialect.wrote(entry)) {
                tag.meet(spoken, spoken.dialect.tells(entry));
                return;
            }
        tag.meet(null, false);
    }

    public void end() {
        for (var spoken : dialects) spoken.reader.end();
    }

    /** Where reading must begin again so that later lines mean the same; {@link Long#MAX_VALUE} when nothing is open. */
    long since() {
        return dialects.stream()
                .mapToLong(spoken -> spoken.reader.since())
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** The positions of log-ins that wait for a later line. */
    List<Long> waiting() {
        var positions = new ArrayList<Long>();
        for (var spoken : dialects) spoken.reader.waiting(positions::add);
        return positions;
    }

    public Tally tally() {
        return tally;
    }

    /** What was counted since the last time; counting begins anew. */
    Tally drain() {
        var drained = tally;
        for (var spoken : dialects) {
            if (spoken.lines > 0) drained.dialects.put(spoken.dialect.id(), spoken.lines);
            spoken.lines = 0;
        }
        tally = new Tally();
        return drained;
    }

    /** How many lines there were, and of what kind. */
    public static final class Tally {
        private long lines;
        private final Samples strange = new Samples();
        private final Map<String, Long> dialects = new TreeMap<>();
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

        /** Lines by the kind of mail server, once they were drained. */
        Map<String, Long> dialects() {
            return dialects;
        }

        /** Lines that a mail server wrote whose dialect is known. */
        public long ofMailServers() {
            return ofMailServers;
        }
    }
}
