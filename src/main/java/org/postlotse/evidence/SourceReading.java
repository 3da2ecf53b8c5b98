package org.postlotse.evidence;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One source of lines being read: what its lines show is gathered and kept from time to time, together with how far the
 * source was read. One thread at a time.
 */
public final class SourceReading implements Lines {
    /** What is gathered is kept when it is of so many devices, so that memory has a bound. */
    private static final int MOST_DEVICES = 50_000;
    /** What began longer ago than this is not waited for after a restart; nobody's connection logs so little. */
    private static final long LONGEST_REPLAY = 64L * 1024 * 1024;

    private final Collector collector;
    private final LogReader reader;
    private final Logins logins;
    private final FailedAttempts failedAttempts;
    private Optional<String> mark = Optional.empty();
    private final List<String> batches = new ArrayList<>();
    private Batches announced = (bytes, from, to) -> Optional.empty();
    private Optional<SourceAccount> account = Optional.empty();
    private long batchEnd;
    private long kept;

    /** Where what was learned is kept. */
    record Memory(Logins logins, FailedAttempts failedAttempts) {}

    SourceReading(List<LogDialect> dialects, ZoneId zone, Clock clock, Collector collector, Memory memory) {
        this.collector = collector;
        this.reader = new LogReader(dialects, zone, clock, collector);
        this.logins = memory.logins();
        this.failedAttempts = memory.failedAttempts();
    }

    /** Where a log has to be read from; what was counted up to its position is not counted again. */
    public long resume(Position position) {
        mark = Optional.of(position.mark());
        kept = position.offset();
        collector.resume(position);
        return position.since();
    }

    @Override
    public void line(byte[] bytes, int from, int to, long position) {
        announced.in(bytes, from, to).ifPresent(batch -> begin(batch, position + to - from + 1));
        reader.line(bytes, from, to, position);
    }

    /** Some lines of this source announce batches: who hands one over twice, to two nodes perhaps, has it counted once. */
    public SourceReading announcedBy(Batches batches) {
        announced = batches;
        return this;
    }

    /** What is found is told there, and no more by this reading. */
    SourceReading of(SourceAccount source) {
        account = Optional.of(source);
        return this;
    }

    private void begin(Batches.Batch batch, long from) {
        batchEnd = from + batch.length();
        var other = logins.readFrom(batch.digest()).filter(log -> !mark.equals(Optional.of(log)));
        if (other.isPresent()) collector.skip(from, batchEnd);
        else batches.add(batch.digest());
    }

    @Override
    public void pause(long offset) {
        if (collector.size() >= MOST_DEVICES && offset >= batchEnd) keep(offset);
    }

    /**
     * Keeps what was learned from all lines before this offset.
     *
     * @throws AlreadyRead when somebody else has read on since; then this reading is of no more use
     */
    public void keep(long offset) {
        failedAttempts.keep(collector.drainFailures());
        logins.keep(collector.drain(), collector.drainUses(), mark.map(known -> position(known, offset)));
        kept = offset;
        batches.clear();
        account.ifPresent(source -> source.add(reader.drain(), collector.drainCounts()));
    }

    /** No more lines will come from this log: what waits for one is counted with what is known. */
    public void end(long offset) {
        reader.end();
        keep(offset);
    }

    private Position position(String known, long offset) {
        // one that another process counted may wait in this one, which did not hear all that the other heard
        var waiting = reader.waiting().stream().filter(collector::isNew).toList();
        long first = waiting.stream().mapToLong(Long::longValue).min().orElse(offset);
        long since = Math.min(first, Math.max(reader.since(), offset - LONGEST_REPLAY));
        return new Position(known, offset, Math.clamp(since, 0, offset), waiting, OptionalLong.of(kept), batches);
    }

    /** How many lines there were, and of what kind. */
    public LogReader.Tally tally() {
        return reader.tally();
    }

    /** How many log-ins of customers there were. */
    public long logins() {
        return collector.counts().logins();
    }

    /** How many log-ins were no customer's, by the reason. */
    public Map<Judgement.Reason, Long> leftOut() {
        return collector.counts().leftOut();
    }

    /** Lines that look like log-ins but can not be read, by dialect. */
    public Samples puzzles() {
        return collector.counts().puzzles();
    }
}
