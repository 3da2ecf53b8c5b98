package org.postlotse.store;

import io.quarkus.arc.InjectableInstance;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.flywaydb.core.Flyway;

/** Brings the chosen database to today's schema, once the settings have been found right. */
@Singleton
class Migration {
    private static final int AFTER_THE_CHECK = 600;

    private final InjectableInstance<Flyway> schemas;
    private final DatabaseConfig config;

    @Inject
    Migration(@Any InjectableInstance<Flyway> schemas, DatabaseConfig config) {
        this.schemas = schemas;
        this.config = config;
    }

    void atStart(@Observes @Priority(AFTER_THE_CHECK) StartupEvent event) {
        if (!config.kind().equals(DatabaseConfig.NONE)) schemas.getActive().migrate();
    }
}
