package org.postlotse.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.postlotse.evidence.Samples;
import org.postlotse.evidence.SourceReading;

/** What was learned from logs and kept, as a terminal shows it. */
final class KeptTable implements Intake.Report {
    static final String LOST = "%,d lines were thrown away by the machine's own logger: raise its rate limit";

    private final List<String> files = new ArrayList<>();
    private final Map<String, Long> leftOut = new TreeMap<>();
    private final Map<String, Samples.Kind> puzzles = new TreeMap<>();
    private Map<String, Long> insecure = Map.of();
    private long lines;
    private long logins;
    private long lost;

    /**
     * A file that was read.
     *
     * @param fresh how many bytes were new; empty when there is no whole line yet
     */
    record Read(Path file, Optional<Long> fresh, SourceReading reading) {}

    void add(Read read) {
        var reading = read.reading();
        files.add(read.file() + ": "
                + read.fresh()
                        .map(bytes -> bytes == 0 ? "nothing new" : "%,d new bytes".formatted(bytes))
                        .orElse("no whole line yet"));
        lines += reading.tally().lines();
        logins += reading.logins();
        lost += reading.tally().lost();
        reading.leftOut().forEach((reason, count) -> leftOut.merge(reason.key(), count, Long::sum));
        reading.puzzles().kinds().forEach(this::puzzle);
        reading.tally().strange().kinds().forEach(this::puzzle);
    }

    private void puzzle(String kind, Samples.Kind found) {
        puzzles.merge(kind, found, (one, other) -> new Samples.Kind(one.count() + other.count(), one.lines()));
    }

    /** Mailboxes that log in insecurely, by the key of the weakness. */
    void insecure(Map<String, Long> mailboxes) {
        insecure = mailboxes;
    }

    @Override
    public String text() {
        var text = new StringBuilder();
        files.forEach(file -> line(text, "%s", file));
        line(text, "");
        line(text, "%,d lines, %,d log-ins of customers", lines, logins);
        if (lost > 0) line(text, LOST, lost);
        leftOut.forEach((reason, count) -> line(text, "%,d log-ins left out: %s", count, reason));
        puzzles.forEach((kind, found) -> {
            line(text, "%,d lines not understood (%s), such as", found.count(), kind);
            found.lines().forEach(sample -> line(text, "    %s", sample));
        });
        line(text, "");
        if (insecure.isEmpty()) line(text, "No mailbox logs in insecurely again and again.");
        insecure.forEach((weakness, count) -> line(text, "%,d mailboxes log in insecurely: %s", count, weakness));
        return text.toString();
    }

    @Override
    public Map<String, Object> map() {
        var map = new LinkedHashMap<String, Object>();
        map.put("files", files);
        map.put("lines", lines);
        map.put("logins", logins);
        map.put("lost", lost);
        map.put("leftOut", leftOut);
        map.put("notUnderstood", puzzles);
        map.put("insecureMailboxes", insecure);
        return map;
    }

    private static void line(StringBuilder text, String form, Object... values) {
        text.append(String.format(Locale.ROOT, form, values)).append('\n');
    }
}
