package org.postlotse.intake;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.postlotse.catalogue.Fault;
import org.postlotse.catalogue.SettingsCheck;

/** What the configuration says about the broker, and all that is wrong with it. */
@Singleton
class BrokerSettings implements SettingsCheck {
    private static final String PREFIX = "postlotse.intake.kafka.";

    private final List<Fault> faults = new ArrayList<>();
    private final List<String> servers;
    private final List<String> topics;
    private final Map<String, Object> options = new HashMap<>();

    @Inject
    BrokerSettings(BrokerConfig config) {
        servers = stripped(config.servers());
        topics = stripped(config.topics());
        options.putAll(config.options());
        options.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
        options.put(ConsumerConfig.GROUP_ID_CONFIG, config.group().strip());
        for (int i = 0; i < servers.size(); i++)
            if (!servers.get(i).matches("\\S+:[0-9]{1,5}"))
                faults.add(new Fault(
                        PREFIX + "servers[" + i + "]",
                        "is “" + servers.get(i) + "”; write name and port, such as kafka1.hoster.example:9092"));
        if (!servers.isEmpty() && topics.isEmpty())
            faults.add(new Fault(PREFIX + "topics", "is missing; name the topics that the mail servers' lines are in"));
        if (servers.isEmpty() && !topics.isEmpty())
            faults.add(new Fault(PREFIX + "servers", "is missing; write name and port of a broker"));
    }

    private static List<String> stripped(Optional<List<String>> written) {
        return written.orElse(List.of()).stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    @Override
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    boolean any() {
        return !servers.isEmpty() && faults.isEmpty();
    }

    List<String> topics() {
        return topics;
    }

    /** For the client; what matters for counting once is not among them. */
    Map<String, Object> options() {
        return Map.copyOf(options);
    }
}
