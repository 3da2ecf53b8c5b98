package org.postlotse.campaign;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;

/** What is counted of the campaign. No label ever names a mailbox or a person. */
@Singleton
public class Counters {
    private static final String UNKNOWN = "unknown";

    private final MeterRegistry metrics;
    private final MultiGauge cases;

    @Inject
    Counters(MeterRegistry metrics) {
        this.metrics = metrics;
        cases = MultiGauge.builder("postlotse.cases")
                .description("mailboxes by weakness and by how far they are")
                .register(metrics);
    }

    void letter(LetterKind kind, Post.Reply reply) {
        metrics.counter(
                        "postlotse.letters",
                        "kind",
                        kind.key(),
                        "reply",
                        reply.name().toLowerCase(Locale.ROOT))
                .increment();
    }

    /** Somebody came by a link or a code. */
    public void came(String weakness, String by) {
        metrics.counter("postlotse.links", "weakness", weakness, "by", by).increment();
    }

    /**
     * Somebody who came by a letter got somewhere.
     *
     * @param step {@code begun}, {@code watching}, {@code muted} or {@code not-me}
     * @param program the guide's id, or empty
     */
    public void step(String step, String program) {
        metrics.counter("postlotse.steps", "step", step, "program", program.isEmpty() ? UNKNOWN : program)
                .increment();
    }

    /** How many cases there are now. */
    void cases(Map<String, Map<CaseState, Long>> counts) {
        var rows = new java.util.ArrayList<MultiGauge.Row<?>>();
        counts.forEach((weakness, states) -> {
            for (var state : CaseState.values())
                rows.add(MultiGauge.Row.of(
                        Tags.of("weakness", weakness, "state", state.key()), states.getOrDefault(state, 0L)));
        });
        cases.register(rows, true);
    }
}
