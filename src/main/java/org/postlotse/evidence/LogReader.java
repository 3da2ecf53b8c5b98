package org.postlotse.evidence;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads one source line by line: opens the envelope, finds the dialect, and counts what came of it. */
public final class LogReader implements Lines {
    /** The kind of lines that no envelope is known for. */
    public static final String UNKNOWN_FORM = "unknown form";

    private static final int RECENT = 64;

    private final Envelope envelope;
    private final List<Spoken> dialects;
    private final Entry entry = new Entry();
    private final Spellings<Writer> writers = new Spellings<>();
    private final @Nullable Writer[] recent = new Writer[RECENT];
    private Tally tally = new Tally();

    /**
     * A program on a machine.
     *
     * @param name of both
     * @param spoken null where no dialect is known
     * @param tells whether it tells of log-ins
     */
    private record Writer(
            Entry.Origin origin,
            byte[] name,
            long machine,
            long service,
            @Nullable Spoken spoken,
            boolean tells) {
        boolean wrote(Entry entry) {
            return entry.origin == origin
                    && entry.programTo - entry.hostFrom == name.length
                    && Octets.stand(entry.bytes, entry.hostFrom, name);
        }
    }

    private static final class Spoken {
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
        if (!envelope.open(bytes, from, to, entry)) {
            tally.strange.add(UNKNOWN_FORM, bytes, from, to);
            return;
        }
        var writer = writer();
        entry.machine = writer.machine();
        entry.service = writer.service();
        var spoken = writer.spoken();
        if (spoken == null) {
            tally.lost += LostLines.in(entry);
            return;
        }
        tally.ofMailServers++;
        spoken.lines++;
        if (writer.tells()) spoken.reader.line(entry);
    }

    /** Mostly it is one of the few that wrote the lines before. */
    private Writer writer() {
        int place = (int) (entry.writer() >>> Long.SIZE - Integer.numberOfTrailingZeros(RECENT));
        var writer = recent[place];
        if (writer != null && writer.wrote(entry)) return writer;
        recent[place] = writer = known();
        return writer;
    }

    /** Each program on each machine is looked at once. */
    private Writer known() {
        if (entry.origin != Entry.Origin.SYSLOG) return seen(); // has no name in its line
        var known = writers.known(entry.bytes, entry.hostFrom, entry.programTo);
        return known != null ? known : writers.learn(seen());
    }

    private Writer seen() {
        var name = Arrays.copyOfRange(entry.bytes, entry.hostFrom, entry.programTo);
        long machine = entry.hash(entry.hostFrom, entry.hostTo);
        long service = entry.hash(entry.hostFrom, entry.programTo);
        for (var spoken : dialects)
            if (spoken.dialect.wrote(entry))
                return new Writer(entry.origin, name, machine, service, spoken, spoken.dialect.tells(entry));
        return new Writer(entry.origin, name, machine, service, null, false);
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
