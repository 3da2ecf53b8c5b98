package org.postlotse.campaign;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.catalogue.EmailAddress;

/** What is counted of the campaign. No label ever names a mailbox or a person. */
@Singleton
public class Counters {
    private static final String UNKNOWN = "unknown";

    private final MeterRegistry metrics;
    private final StepCounts steps;
    private final Cases cases;
    private final CaseBoard board;
    private final Clock clock;
    private final Catalogue catalogue;
    private final MultiGauge standing;
    private final MultiGauge arrived;

    @Inject
    Counters(MeterRegistry metrics, StepCounts steps, Cases cases, CaseBoard board, Clock clock, Catalogue catalogue) {
        this.metrics = metrics;
        this.steps = steps;
        this.cases = cases;
        this.board = board;
        this.clock = clock;
        this.catalogue = catalogue; // asked late: wrong settings are told whole before
        standing = MultiGauge.builder("postlotse.cases")
                .description("mailboxes by weakness and by how far they are")
                .register(metrics);
        arrived = MultiGauge.builder("postlotse.cases.arrived")
                .description("how often a case came to a state, by weakness, since the beginning")
                .register(metrics);
    }

    void letter(Letter letter, Post.Reply reply) {
        metrics.counter(
                        "postlotse.letters",
                        "kind",
                        letter.kind().key(),
                        "weakness",
                        letter.weakness(),
                        "reply",
                        reply.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .increment();
    }

    void returned(String weakness) {
        metrics.counter("postlotse.letters.returned", "weakness", weakness).increment();
    }

    /** Somebody came by a link or a code. */
    public void came(EmailAddress mailbox, String by) {
        var weakness = weakness(mailbox);
        metrics.counter("postlotse.links", "weakness", weakness, "by", by).increment();
        keep(new StepCounts.Step(by, weakness, ""));
    }

    /**
     * Somebody who came by a letter got somewhere.
     *
     * @param step {@code looked}, {@code begun}, {@code watching}, {@code proven}, {@code muted} or {@code not-me}
     * @param mailbox whose weakness it counts for; it is kept nowhere
     * @param program the guide's id, or empty
     */
    public void step(String step, EmailAddress mailbox, String program) {
        var weakness = weakness(mailbox);
        metrics.counter(
                        "postlotse.steps",
                        "step",
                        step,
                        "weakness",
                        weakness,
                        "program",
                        program.isEmpty() ? UNKNOWN : program)
                .increment();
        keep(new StepCounts.Step(step, weakness, program));
    }

    private String weakness(EmailAddress mailbox) {
        return Letters.gravest(cases.of(mailbox));
    }

    private void keep(StepCounts.Step step) {
        steps.add(today(), step);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), catalogue.zone());
    }

    /**
     * How many cases there are now, and how many ever came to each state: of all nodes, and since the beginning. The former
     * are kept as those of this day.
     */
    void cases(Map<String, Map<CaseState, Long>> counts, Map<String, Map<CaseState, Long>> arrivals) {
        standing.register(rows(counts), true);
        arrived.register(rows(arrivals), true);
        board.keep(today());
    }

    private static List<MultiGauge.Row<?>> rows(Map<String, Map<CaseState, Long>> counts) {
        var rows = new ArrayList<MultiGauge.Row<?>>();
        counts.forEach((weakness, states) -> {
            for (var state : CaseState.values())
                rows.add(MultiGauge.Row.of(
                        Tags.of("weakness", weakness, "state", state.key()), states.getOrDefault(state, 0L)));
        });
        return rows;
    }
}
