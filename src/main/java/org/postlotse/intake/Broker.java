package org.postlotse.intake;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.evidence.Evidence;
import org.postlotse.evidence.Logins;

/** Reads lines from Apache Kafka, shared out among all nodes by a consumer group. */
@Singleton
class Broker {
    private static final Logger LOG = Logger.getLogger(Broker.class);
    private static final int AFTER_THE_MIGRATION = 800;
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final String WAITING = "no broker has answered yet";
    private static final String GONE = "no broker is connected";
    private static final Duration LONG_PAUSE = Duration.ofSeconds(5);
    /** What counts each log-in once; nobody sets it otherwise. */
    private static final Map<String, Object> FIXED = Map.of(
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed",
            ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
            CooperativeStickyAssignor.class.getName());

    private final BrokerSettings settings;
    private final IntakeSettings intake;
    private final Evidence evidence;
    private final Logins logins;
    private final Catalogue catalogue;
    private volatile Optional<KafkaConsumer<byte[], byte[]>> running = Optional.empty();
    private volatile boolean ending;
    private volatile String complaint = WAITING;
    private boolean assigned;
    private Optional<Thread> thread = Optional.empty();

    @Inject
    Broker(BrokerSettings settings, IntakeSettings intake, Evidence evidence, Logins logins, Catalogue catalogue) {
        this.settings = settings;
        this.intake = intake;
        this.evidence = evidence;
        this.logins = logins;
        this.catalogue = catalogue;
    }

    void atStart(@Observes @Priority(AFTER_THE_MIGRATION) StartupEvent event) {
        if (!intake.running() || !settings.any()) return;
        settings.topics().forEach(topic -> evidence.expect(source(topic)));
        thread = Optional.of(Thread.ofPlatform().daemon().name("reads Kafka").start(this::go));
    }

    void atEnd(@Observes ShutdownEvent event) throws InterruptedException {
        ending = true;
        running.ifPresent(KafkaConsumer::wakeup);
        if (thread.isPresent()) thread.get().join(LONG_PAUSE);
    }

    private static String source(String topic) {
        return "Kafka: " + topic;
    }

    static KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> options) {
        var all = new HashMap<>(options);
        all.putAll(FIXED);
        return new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private void go() {
        while (!ending) {
            try (var consumer = consumer(settings.options())) {
                running = Optional.of(consumer);
                var reading = new BrokerReading(
                        consumer,
                        topic -> evidence.begin(
                                source(topic), intake.zone().orElseGet(catalogue::zone), intake.dialects()),
                        logins);
                consumer.subscribe(settings.topics(), reading);
                while (!ending) {
                    reading.read(PATIENCE);
                    tell(isAssigned(consumer) ? isConnected(consumer) ? "" : GONE : WAITING);
                }
            } catch (WakeupException end) {
                LOG.debug("Kafka is read no more");
            } catch (RuntimeException broken) {
                tell(String.valueOf(broken.getMessage()));
                pause();
            }
        }
    }

    /** A node more than there are partitions has none, and nothing is wrong with it. */
    private boolean isAssigned(KafkaConsumer<byte[], byte[]> consumer) {
        return assigned |= !consumer.groupMetadata().memberId().isEmpty();
    }

    /** The client goes on trying and tells nobody: only its own figures do. */
    private static boolean isConnected(KafkaConsumer<byte[], byte[]> consumer) {
        return consumer.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals("connection-count"))
                .anyMatch(metric -> metric.getValue().metricValue() instanceof Double many && many > 0);
    }

    private void tell(String now) {
        if (now.equals(complaint)) return;
        complaint = now;
        if (now.isEmpty()) LOG.info("Kafka is read");
        else LOG.warnf("Kafka can not be read: %s; it is tried again", now);
    }

    /** Why Kafka is not read; empty when it is, or nobody wishes it. */
    String complaint() {
        return thread.isPresent() ? complaint : "";
    }

    /** Whether it is to be read. */
    boolean isWanted() {
        return thread.isPresent();
    }

    private void pause() {
        try {
            Thread.sleep(LONG_PAUSE);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            ending = true;
        }
    }
}
