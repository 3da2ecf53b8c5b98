package org.postlotse.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.postlotse.evidence.AlreadyRead;
import org.postlotse.evidence.Logins;
import org.postlotse.evidence.Position;
import org.postlotse.evidence.SourceReading;

/**
 * Reads the partitions that the consumer group gives to this node. Each is a log of its own, and how far it was read is kept
 * in the database, together with what was learned; what the broker is told is for people who look at its lag. A node that
 * lost a partition without noticing finds that somebody else has read on, and keeps nothing of it. One thread.
 */
final class BrokerReading implements ConsumerRebalanceListener {
    /** A record may hold several lines: its offset and their number make their positions. */
    private static final int LINES = 10;

    private static final int MOST_LINES = (1 << LINES) - 1;

    private final Consumer<byte[], byte[]> consumer;
    private final Function<String, SourceReading> begin;
    private final Logins logins;
    private final Map<TopicPartition, SourceReading> readings = new HashMap<>();

    BrokerReading(Consumer<byte[], byte[]> consumer, Function<String, SourceReading> begin, Logins logins) {
        this.consumer = consumer;
        this.begin = begin;
        this.logins = logins;
    }

    /** Reads what has come and keeps it; how many records that were. */
    int read(Duration patience) {
        var records = consumer.poll(patience);
        for (var partition : records.partitions()) read(partition, records.records(partition));
        return records.count();
    }

    private void read(TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records) {
        var reading = readings.get(partition);
        if (reading == null) return; // taken away meanwhile
        for (var record : records) if (record.value() != null) lines(record, reading);
        long next = records.getLast().offset() + 1;
        try {
            reading.keep(next << LINES);
            consumer.commitAsync(Map.of(partition, new OffsetAndMetadata(next)), (offsets, fault) -> {});
        } catch (AlreadyRead other) {
            begin(partition);
        } catch (RuntimeException broken) {
            begin(partition);
            throw broken;
        }
    }

    private static void lines(ConsumerRecord<byte[], byte[]> record, SourceReading reading) {
        var bytes = record.value();
        int number = 0;
        int from = 0;
        for (int i = 0; i <= bytes.length; i++)
            if (i == bytes.length || bytes[i] == '\n') {
                if (i > from) reading.line(bytes, from, i, record.offset() << LINES | Math.min(number++, MOST_LINES));
                from = i + 1;
            }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        partitions.forEach(this::begin);
    }

    /** After what was kept, or further back where lines that belong together have to be joined. */
    private void begin(TopicPartition partition) {
        var mark = mark(partition);
        var reading = begin.apply(partition.topic());
        long since = reading.resume(logins.position(mark).orElseGet(() -> Position.start(mark)));
        readings.put(partition, reading);
        if (since > 0) consumer.seek(partition, since >> LINES);
        else consumer.seekToBeginning(List.of(partition));
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        partitions.forEach(readings::remove); // all that was read is kept
    }

    private static String mark(TopicPartition partition) {
        try {
            var name = "kafka " + partition;
            var digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException(broken); // every Java has it
        }
    }
}
