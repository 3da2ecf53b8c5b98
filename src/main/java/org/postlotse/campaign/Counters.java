package org.postlotse.campaign;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.evidence.KnownProgram;

/** What is counted of the campaign. No label ever names a mailbox or a person. */
@Singleton
public class Counters {
    private static final String UNKNOWN = "unknown";
    /** Programs tell their versions: this many different names are looked at, the most frequent first. */
    private static final int MOST_NAMES = 2_000;
    /** Which program each mailbox has is asked of all their devices, and so only now and then. */
    private static final Duration SELDOM = Duration.ofMinutes(10);

    private final MeterRegistry metrics;
    private final StepCounts steps;
    private final CaseBoard board;
    private final Clock clock;
    private final Catalogue catalogue;
    private final MultiGauge standing;
    private final MultiGauge arrived;
    private final MultiGauge programs;
    private Instant programsAsked = Instant.MIN;

    @Inject
    Counters(MeterRegistry metrics, StepCounts steps, CaseBoard board, Clock clock, Catalogue catalogue) {
        this.metrics = metrics;
        this.steps = steps;
        this.board = board;
        this.clock = clock;
        this.catalogue = catalogue; // asked late: wrong settings are told whole before
        standing = MultiGauge.builder("postlotse.cases")
                .description("mailboxes by weakness and by how far they are")
                .register(metrics);
        arrived = MultiGauge.builder("postlotse.cases.arrived")
                .description("how often a case came to a state, by weakness, since the beginning")
                .register(metrics);
        programs = MultiGauge.builder("postlotse.cases.programs")
                .description("mailboxes by the program that was seen there and by how far they are")
                .register(metrics);
    }

    void letter(Letter letter, Post.Reply reply) {
        var program = CountedAs.of(letter.seen().devices()).program();
        metrics.counter(
                        "postlotse.letters",
                        tags(new CountedAs(letter.weakness(), program))
                                .and("kind", letter.kind().key())
                                .and(
                                        "reply",
                                        reply.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                .increment();
    }

    void returned(String weakness) {
        metrics.counter("postlotse.letters.returned", "weakness", weakness).increment();
    }

    /** Somebody came by a {@code link} or a {@code code}. */
    public void came(String by, CountedAs as) {
        metrics.counter("postlotse.links", tags(as).and("by", by)).increment();
        keep(by, as);
    }

    /**
     * Somebody who came by a letter got somewhere.
     *
     * @param step {@code looked}, {@code begun}, {@code watching}, {@code proven}, {@code muted} or {@code not-me}
     */
    public void step(String step, CountedAs as) {
        metrics.counter("postlotse.steps", tags(as).and("step", step)).increment();
        keep(step, as);
    }

    private static Tags tags(CountedAs as) {
        return Tags.of("weakness", known(as.weakness()), "program", known(as.program()));
    }

    private static String known(String key) {
        return key.isEmpty() ? UNKNOWN : key;
    }

    private void keep(String step, CountedAs as) {
        steps.add(today(), new StepCounts.Step(step, as.weakness(), as.program()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), catalogue.zone());
    }

    /**
     * How many cases there are now, and how many ever came to each state: of all nodes, and since the beginning. The former
     * are kept as those of this day.
     */
    void cases(Map<String, Map<CaseState, Long>> counts, Map<String, Map<CaseState, Long>> arrivals) {
        standing.register(rows("weakness", counts), true);
        arrived.register(rows("weakness", arrivals), true);
        if (programsAsked.plus(SELDOM).isBefore(clock.instant())) {
            programs.register(rows("program", byProgram()), true);
            programsAsked = clock.instant();
        }
        board.keep(today());
    }

    private Map<String, Map<CaseState, Long>> byProgram() {
        var counts = new TreeMap<String, Map<CaseState, Long>>();
        for (var share : board.byProgram(MOST_NAMES)) {
            var program = KnownProgram.of(share.name()).map(KnownProgram::id).orElse(UNKNOWN);
            var states = counts.computeIfAbsent(program, fresh -> new EnumMap<>(CaseState.class));
            share.cases().forEach((state, cases) -> states.merge(state, cases, Long::sum));
        }
        return counts;
    }

    private static List<MultiGauge.Row<?>> rows(String label, Map<String, Map<CaseState, Long>> counts) {
        var rows = new ArrayList<MultiGauge.Row<?>>();
        counts.forEach((value, states) -> {
            for (var state : CaseState.values())
                rows.add(
                        MultiGauge.Row.of(Tags.of(label, value, "state", state.key()), states.getOrDefault(state, 0L)));
        });
        return rows;
    }
}
