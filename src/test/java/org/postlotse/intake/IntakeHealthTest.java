package org.postlotse.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postlotse.catalogue.ExampleHoster;
import org.postlotse.catalogue.MovedClock;
import org.postlotse.evidence.Evidence;
import org.postlotse.evidence.MemoryLogins;
import org.postlotse.evidence.TestEvidence;
import org.postlotse.support.KafkaServer;

/** A source that can not be read turns health and a metric, and turns them back when it can. */
class IntakeHealthTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path directory;

    private final MemoryLogins logins = new MemoryLogins();
    private final MovedClock clock = new MovedClock();

    @Test
    void a_port_of_syslog_that_another_holds_is_taken_when_it_is_free() throws Exception {
        var spool = directory.resolve("spool").toString();
        try (var other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var port = other.getLocalPort();
            var intake = new Intake(
                    Map.of("postlotse.intake.spool", spool, "postlotse.intake.syslog.tcp-port", String.valueOf(port)));
            try {
                intake.syslog.atStart(new StartupEvent());
                assertThat(intake.health.call().getStatus()).isEqualTo(Status.DOWN);
                assertThat(String.valueOf(
                                intake.health.call().getData().orElseThrow().get("syslog")))
                        .startsWith("tcp: ");
                assertThat(intake.down()).isEqualTo(1);

                other.close();
                until(() -> intake.health.call().getStatus() == Status.UP);
                assertThat(intake.down()).isZero();
                assertThat(intake.syslog.ports()).containsEntry("tcp", port);
            } finally {
                intake.syslog.atEnd(new ShutdownEvent());
            }
        }
    }

    @Test
    void a_followed_file_that_is_not_there_is_missed_until_it_comes() throws Exception {
        var log = directory.resolve("mail.log");
        var intake = new Intake(Map.of("postlotse.intake.files[0]", log.toString()));
        try {
            intake.follower.atStart(new StartupEvent());
            until(() -> intake.health.call().getStatus() == Status.DOWN);
            Files.writeString(log, "a line\n", StandardCharsets.UTF_8);
            until(() -> intake.health.call().getStatus() == Status.UP);
        } finally {
            intake.follower.atEnd(new ShutdownEvent());
        }
    }

    @Test
    void a_broker_that_is_gone_is_missed_until_it_is_back() throws Exception {
        var kafka = KafkaServer.in(directory);
        var intake = new Intake(Map.of(
                "postlotse.intake.kafka.servers[0]", kafka.address(), "postlotse.intake.kafka.topics[0]", "mail"));
        try {
            try (var admin = Admin.create(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.address()))) {
                admin.createTopics(List.of(new NewTopic("mail", 1, (short) 1)))
                        .all()
                        .get();
            }
            intake.broker.atStart(new StartupEvent());
            assertThat(intake.health.call().getStatus()).isEqualTo(Status.DOWN);
            until(() -> intake.health.call().getStatus() == Status.UP);

            kafka.close();
            until(() -> intake.health.call().getStatus() == Status.DOWN);
            assertThat(intake.down()).isEqualTo(1);
            assertThat(intake.health.call().getData().orElseThrow().get("Kafka"))
                    .isEqualTo("no broker is connected");

            kafka = kafka.again();
            until(() -> intake.health.call().getStatus() == Status.UP);
            assertThat(intake.down()).isZero();
        } finally {
            intake.broker.atEnd(new ShutdownEvent());
            kafka.close();
        }
    }

    /** All sources as these settings have them. */
    private final class Intake {
        private final Follower follower;
        private final Syslog syslog;
        private final Broker broker;
        private final IntakeHealth health;
        private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

        Intake(Map<String, String> written) {
            var config = config(written);
            var settings = new IntakeSettings(config.getConfigMapping(IntakeConfig.class), List.of());
            var syslogSettings = new SyslogSettings(config.getConfigMapping(SyslogConfig.class));
            var catalogue = ExampleHoster.usual().catalogue();
            Evidence evidence = TestEvidence.asking(logins, catalogue, clock);
            var pushed = new Pushed(settings, syslogSettings, clock);
            follower = new Follower(settings, evidence, logins, catalogue, pushed, clock);
            syslog = new Syslog(syslogSettings, settings, pushed, new NoCertificates());
            broker = new Broker(
                    new BrokerSettings(config.getConfigMapping(BrokerConfig.class)),
                    settings,
                    evidence,
                    logins,
                    catalogue);
            health = new IntakeHealth(follower, broker, syslog);
            new IntakeMetrics(TestEvidence.sources(), health, metrics).atStart(new StartupEvent());
        }

        double down() {
            return metrics.get("postlotse.intake.down").gauge().value();
        }
    }

    private static SmallRyeConfig config(Map<String, String> written) {
        var all = new HashMap<>(written);
        all.putIfAbsent("postlotse.database.directory", "target");
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(IntakeConfig.class)
                .withMapping(SyslogConfig.class)
                .withMapping(BrokerConfig.class)
                .withSources(new PropertiesConfigSource(all, "test", 100))
                .build();
    }

    private static final class NoCertificates implements TlsConfigurationRegistry {
        @Override
        public Optional<TlsConfiguration> get(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<TlsConfiguration> getDefault() {
            return Optional.empty();
        }

        @Override
        public void register(String name, TlsConfiguration configuration) {
            throw new UnsupportedOperationException();
        }
    }

    private static void until(BooleanSupplier there) {
        long begun = System.nanoTime();
        while (!there.getAsBoolean()) {
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PATIENCE);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
