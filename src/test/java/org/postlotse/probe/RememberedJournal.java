package org.postlotse.probe;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** A journal in memory, for one test. */
final class RememberedJournal implements Journal {
    private List<Line> lines = new ArrayList<>();

    private record Line(UUID attempt, String subject, Instant at, boolean failed) {
        Line unless(boolean forgiven) {
            return new Line(attempt, subject, at, failed && !forgiven);
        }
    }

    List<String> subjects() {
        return lines.stream().map(Line::subject).toList();
    }

    @Override
    public void note(UUID attempt, List<String> subjects, Instant at) {
        subjects.forEach(subject -> lines.add(new Line(attempt, subject, at, true)));
    }

    @Override
    public void withdraw(UUID attempt) {
        lines.removeIf(line -> line.attempt().equals(attempt));
    }

    @Override
    public void clear(UUID attempt) {
        lines.replaceAll(line -> line.unless(line.attempt().equals(attempt)));
    }

    @Override
    public void forgive(String subject) {
        lines.replaceAll(line -> line.unless(line.subject().equals(subject)));
    }

    @Override
    public Tally count(String subject, Instant after) {
        return new Tally(
                of(subject, after).count(),
                of(subject, after).filter(Line::failed).count());
    }

    @Override
    public Optional<Instant> noted(String subject, boolean failedOnly, Instant after, long newer) {
        return of(subject, after)
                .filter(line -> line.failed() || !failedOnly)
                .map(Line::at)
                .sorted(Comparator.reverseOrder())
                .skip(newer)
                .findFirst();
    }

    private Stream<Line> of(String subject, Instant after) {
        return lines.stream()
                .filter(line -> line.subject().equals(subject) && line.at().isAfter(after));
    }

    @Override
    public void forget(Instant before) {
        lines = new ArrayList<>(
                lines.stream().filter(line -> !line.at().isBefore(before)).toList());
    }

    @Override
    public byte[] key(byte[] fresh) {
        return fresh;
    }
}
