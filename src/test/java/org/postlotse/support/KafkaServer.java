package org.postlotse.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A real Apache Kafka of one broker, its own controller (KRaft), in a process of its own on loopback. */
public final class KafkaServer implements AutoCloseable {
    private static final String PROPERTIES = "server.properties";
    private static final String CLUSTER = "cG9zdGxvdHNlLXRlc3RzMQ";

    private final Path directory;
    private final int port;
    private final ServerProcess process;

    private KafkaServer(Path directory, int port) {
        this.directory = directory;
        this.port = port;
        this.process = ServerProcess.start(
                java("kafka.Kafka", directory.resolve(PROPERTIES).toString()),
                directory.resolve("log"),
                () -> ServerProcess.takesConnections(port));
    }

    /**
     * Starts it.
     *
     * @param directory empty
     */
    public static KafkaServer in(Path directory) {
        var ports = FreePorts.take(2);
        var properties = directory.resolve(PROPERTIES);
        try {
            Files.writeString(properties, """
                    process.roles=broker,controller
                    node.id=1
                    controller.quorum.voters=1@127.0.0.1:%2$d
                    listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                    controller.listener.names=CONTROLLER
                    log.dirs=%3$s
                    num.partitions=4
                    offsets.topic.num.partitions=1
                    offsets.topic.replication.factor=1
                    transaction.state.log.replication.factor=1
                    transaction.state.log.min.isr=1
                    group.initial.rebalance.delay.ms=0
                    """.formatted(ports.get(0), ports.get(1), directory.resolve("data")));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Programs.mustRun(java("kafka.tools.StorageTool", "format", "-t", CLUSTER, "-c", properties.toString()));
        return new KafkaServer(directory, ports.get(0));
    }

    /** Starts the same once more, after it was closed. */
    public KafkaServer again() {
        return new KafkaServer(directory, port);
    }

    /** For clients. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    private static List<String> java(String main, String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main));
        command.addAll(List.of(arguments));
        return command;
    }

    @Override
    public void close() {
        process.close();
    }
}
