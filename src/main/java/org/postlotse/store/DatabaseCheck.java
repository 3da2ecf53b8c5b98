package org.postlotse.store;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.postlotse.catalogue.Fault;
import org.postlotse.catalogue.SettingsCheck;

/** Names the databases that there are, and says at start which one was chosen. */
@Singleton
class DatabaseCheck implements SettingsCheck {
    private static final Logger LOG = Logger.getLogger(DatabaseCheck.class);
    private static final String JDBC = "jdbc:postgresql:";

    private final DatabaseConfig config;

    @Inject
    DatabaseCheck(DatabaseConfig config) {
        this.config = config;
    }

    @Override
    public List<Fault> faults() {
        return switch (config.kind()) {
            case DatabaseConfig.NONE -> List.of();
            case DatabaseConfig.EMBEDDED ->
                fault(
                        config.directory().matches("(\\.|~)?/.*"),
                        "directory",
                        "is “" + config.directory() + "”; write a path that begins with /, ./ or ~/");
            case DatabaseConfig.POSTGRESQL ->
                fault(
                        url().filter(url -> url.startsWith(JDBC)).isPresent(),
                        "url",
                        "is missing; write jdbc:postgresql://host/name");
            default -> fault(false, "kind", "is “" + config.kind() + "”; write embedded or postgresql");
        };
    }

    private static List<Fault> fault(boolean right, String key, String instead) {
        return right ? List.of() : List.of(new Fault("postlotse.database." + key, instead));
    }

    void told(@Observes StartupEvent event) {
        switch (config.kind()) {
            case DatabaseConfig.EMBEDDED -> LOG.infof("database: embedded, in %s", config.directory());
            case DatabaseConfig.POSTGRESQL ->
                LOG.infof("database: postgresql, at %s", url().orElse("").replaceFirst("\\?.*", ""));
            default -> LOG.debug("no database");
        }
    }

    private Optional<String> url() {
        return config.url().filter(url -> !url.isBlank());
    }
}
