package org.postlotse.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.evidence.Device;
import org.postlotse.evidence.Logins;
import org.postlotse.evidence.TestEvidence;
import org.postlotse.store.StoredLogins;
import org.postlotse.support.KafkaServer;
import org.postlotse.support.Needs;
import org.postlotse.support.PostgresServer;
import org.postlotse.support.RealPart;

/** A real broker, a real database and two readers of one group, one of which is killed: every log-in counts once. */
@Needs(RealPart.POSTGRESQL)
class SharedTopicTest {
    private static final String TOPIC = "mail-logs";
    private static final int MAILBOXES = 40;
    private static final int EACH = 50;
    private static final int PARTITIONS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path directory;

    @Test
    void what_a_killed_reader_left_another_reads_and_nothing_counts_twice() throws Exception {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (var kafka = KafkaServer.in(Files.createDirectory(directory.resolve("kafka")));
                var database = PostgresServer.in(Files.createDirectory(directory.resolve("postgres")))) {
            var logins = StoredLogins.in(database.dataSource());
            topic(kafka);
            var other = reader(kafka, database);
            try (var consumer = Broker.consumer(options(kafka.address()))) {
                var reading = new BrokerReading(consumer, topic -> TestEvidence.into(logins), logins);
                consumer.subscribe(List.of(TOPIC), reading);
                send(kafka, 0, EACH / 2);
                long until = System.nanoTime() + PATIENCE.toNanos();
                while (counted(logins) < MAILBOXES * EACH / 8 && System.nanoTime() < until) some(reading);
                other.destroyForcibly().waitFor();
                send(kafka, EACH / 2, EACH);
                while (counted(logins) < MAILBOXES * EACH && System.nanoTime() < until) some(reading);
                some(reading);
            }
            for (int i = 0; i < MAILBOXES; i++)
                assertThat(devices(logins, i)).extracting(Device::logins).containsExactly((long) EACH);
        }
    }

    private static void some(BrokerReading reading) {
        for (int i = 0; i < 10; i++) reading.read(Duration.ofMillis(50));
    }

    private static void topic(KafkaServer kafka) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.address()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
    }

    private Process reader(KafkaServer kafka, PostgresServer database) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        OtherReader.class.getName(),
                        kafka.address(),
                        database.jdbcUrl())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("other.log").toFile())
                .start();
    }

    /** The reader that is killed. */
    static final class OtherReader {
        private OtherReader() {}

        public static void main(String... arguments) {
            var logins = StoredLogins.at(arguments[1]);
            try (var consumer = Broker.consumer(options(arguments[0]))) {
                var reading = new BrokerReading(consumer, topic -> TestEvidence.into(logins), logins);
                consumer.subscribe(List.of(TOPIC), reading);
                while (true) reading.read(Duration.ofMillis(100));
            }
        }
    }

    private static Map<String, Object> options(String servers) {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers,
                ConsumerConfig.GROUP_ID_CONFIG,
                "postlotse",
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                6_000,
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                1_000,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                20);
    }

    /** Keyed by the mailbox, so that one reader has all of its log-ins. */
    private static void send(KafkaServer kafka, int from, int to) throws ExecutionException, InterruptedException {
        var options = new HashMap<String, Object>();
        options.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.address());
        try (var producer = new KafkaProducer<>(options, new ByteArraySerializer(), new ByteArraySerializer())) {
            var sent = new ArrayList<Future<RecordMetadata>>();
            for (int i = 0; i < MAILBOXES; i++)
                for (int number = from; number < to; number++)
                    sent.add(producer.send(new ProducerRecord<>(TOPIC, utf8(name(i)), utf8(line(i, number)))));
            for (var one : sent) one.get();
        }
    }

    private static String line(int mailbox, int number) {
        return "2026-11-20T10:%02d:00Z mx dovecot: imap-login: Login: user=<%s>, method=PLAIN, rip=192.0.2.7, lip=192.0.2.1, mpid=%d, TLS, session=<%d-%d>"
                .formatted(number, name(mailbox), number, mailbox, number);
    }

    private static String name(int number) {
        return "m" + number + "@hoster.example";
    }

    private static long counted(Logins logins) {
        long sum = 0;
        for (int i = 0; i < MAILBOXES; i++)
            sum += devices(logins, i).stream().mapToLong(Device::logins).sum();
        return sum;
    }

    private static List<Device> devices(Logins logins, int number) {
        return logins.devices(EmailAddress.parse(name(number)).orElseThrow());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
