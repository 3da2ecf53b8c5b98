package org.postlotse.evidence;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.postlotse.evidence.dialect.AllDialects;

/** What all dialects hear in some lines. */
final class Heard implements Findings {
    final List<SeenLogin> logins = new ArrayList<>();
    final List<String> clients = new ArrayList<>();
    final List<String> failures = new ArrayList<>();
    final List<String> puzzles = new ArrayList<>();
    private final LogReader reader;
    private long number;

    private Heard(List<LogDialect> dialects, ZoneId zone, Instant now) {
        reader = new LogReader(dialects, zone, Clock.fixed(now, ZoneOffset.UTC), this);
    }

    /** Behind load balancers at these addresses. */
    static Heard behind(Predicate<String> hops, List<String> lines) {
        var heard = new Heard(AllDialects.withHops(hops), ZoneOffset.UTC, Instant.parse("2026-11-23T12:00:00Z"));
        for (var line : lines) heard.line(line.getBytes(StandardCharsets.UTF_8));
        heard.reader.end();
        return heard;
    }

    static Heard in(String... lines) {
        return at("2026-11-23T12:00:00Z", ZoneOffset.UTC, lines);
    }

    static Heard at(String now, ZoneId zone, String... lines) {
        var heard = new Heard(AllDialects.list(), zone, Instant.parse(now));
        for (var line : lines) heard.line(line.getBytes(StandardCharsets.UTF_8));
        heard.reader.end();
        return heard;
    }

    static Heard bytes(List<byte[]> lines) {
        var heard = new Heard(AllDialects.list(), ZoneOffset.UTC, Instant.parse("2026-11-23T12:00:00Z"));
        lines.forEach(heard::line);
        heard.reader.end();
        return heard;
    }

    private void line(byte[] bytes) {
        reader.line(bytes, 0, bytes.length, number++);
    }

    LogReader.Tally tally() {
        return reader.tally();
    }

    @Override
    public void login(SeenLogin login) {
        logins.add(login);
    }

    @Override
    public void client(String session, String id) {
        clients.add(session + " " + id);
    }

    @Override
    public void failed(FailedAttempt attempt, long position, String session) {
        failures.add(attempt.service() + " " + attempt.address() + " " + attempt.trouble());
    }

    @Override
    public void puzzling(String dialect, Entry entry) {
        puzzles.add(dialect);
    }
}
