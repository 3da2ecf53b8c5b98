package org.postlotse.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Apache Kafka from which lines are read; text, because every fault is to be named. */
@ConfigMapping(prefix = "postlotse.intake.kafka")
interface BrokerConfig {
    /** {@code host:port} of some of its brokers. */
    Optional<List<String>> servers();

    Optional<List<String>> topics();

    /** The consumer group that all our nodes are in. */
    @WithDefault("postlotse")
    String group();

    /** The client's own options, such as {@code security.protocol}. */
    Map<String, String> options();
}
