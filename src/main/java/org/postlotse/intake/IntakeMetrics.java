package org.postlotse.intake;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.ToLongFunction;
import org.postlotse.evidence.SourceReport;
import org.postlotse.evidence.Sources;

/** Sums over all sources of this process, for graphs and alarms; the desk shows them source by source. */
@Singleton
class IntakeMetrics {
    private final Sources sources;
    private final IntakeHealth health;
    private final MeterRegistry metrics;

    @Inject
    IntakeMetrics(Sources sources, @Wellness IntakeHealth health, MeterRegistry metrics) {
        this.sources = sources;
        this.health = health;
        this.metrics = metrics;
    }

    void atStart(@Observes StartupEvent event) {
        count("lines", SourceReport::lines);
        count("lines.unread", SourceReport::unreadLines);
        count("lines.lost", SourceReport::lost);
        count("logins", SourceReport::logins);
        Gauge.builder("postlotse.intake.down", health, IntakeHealth::down).register(metrics);
    }

    private void count(String name, ToLongFunction<SourceReport> number) {
        FunctionCounter.builder(
                        "postlotse.intake." + name,
                        sources,
                        all -> all.reports().stream().mapToLong(number).sum())
                .register(metrics);
    }
}
