package org.postlotse.web.desk;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.postlotse.campaign.CaseBoard;
import org.postlotse.campaign.CaseState;
import org.postlotse.campaign.Cases;
import org.postlotse.campaign.StepCounts;
import org.postlotse.catalogue.Brand;
import org.postlotse.catalogue.Catalogue;

/** Looks at all cases and says where the switch stands. */
@Singleton
class SwitchReport {
    private static final int KEPT_DAYS = 400;
    private static final int MOST_DOMAINS = 15;
    private static final int MOST_PROGRAMS = 12;
    /** Programs tell their version; so many different names are folded into those without. */
    private static final int MOST_NAMES = 2_000;

    private static final Pattern VERSION = Pattern.compile("[\\s/(,]*[vV]?\\d.*");
    private static final List<CaseState> WAY =
            List.of(CaseState.WARNED, CaseState.OPENED, CaseState.IN_PROGRESS, CaseState.PROVEN, CaseState.FIXED);
    private static final List<String> STEPS =
            List.of("looked", "link", "code", "begun", "watching", "proven", "muted", "not-me");

    private final Cases cases;
    private final CaseBoard board;
    private final StepCounts steps;
    private final Catalogue catalogue;
    private final Clock clock;

    @Inject
    SwitchReport(Cases cases, CaseBoard board, StepCounts steps, Catalogue catalogue, Clock clock) {
        this.cases = cases;
        this.board = board;
        this.steps = steps;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    Numbers numbers(Locale language) {
        return new Numbers(language, catalogue.zone());
    }

    SwitchView view(Locale language) {
        var numbers = numbers(language);
        var today = LocalDate.ofInstant(clock.instant(), catalogue.zone());
        var byWeakness = cases.counts();
        var byState = new EnumMap<CaseState, Long>(CaseState.class);
        byWeakness.values().forEach(states -> states.forEach((state, count) -> byState.merge(state, count, Long::sum)));
        var cutOff = catalogue.brands().getFirst().timeline().cutOff();
        return new SwitchView(
                catalogue.brands().stream()
                        .map(brand -> cut(brand, today, numbers))
                        .toList(),
                numbers.of(board.mailboxes()),
                parts(byState, numbers),
                Chart.of(board.days(today.minusDays(KEPT_DAYS)), cutOff, numbers),
                states(byState, numbers),
                byWeakness.entrySet().stream()
                        .map(one -> row(one.getKey(), one.getValue(), "?weakness=" + one.getKey(), numbers))
                        .toList(),
                programs(numbers),
                board.byDomain(MOST_DOMAINS).stream()
                        .map(share -> row(share.name(), share.cases(), "?domain=" + share.name(), numbers))
                        .toList(),
                funnel(numbers));
    }

    private static SwitchView.Cut cut(Brand brand, LocalDate today, Numbers numbers) {
        long days = ChronoUnit.DAYS.between(today, brand.timeline().cutOff());
        return new SwitchView.Cut(
                brand.provider().name(),
                numbers.date(brand.timeline().cutOff()),
                days > 0 ? "in" : days == 0 ? "today" : "ago",
                numbers.of(Math.abs(days)));
    }

    private static List<SwitchView.Part> parts(Map<CaseState, Long> byState, Numbers numbers) {
        var sums = Group.sums(byState);
        long whole = sum(byState);
        return sums.entrySet().stream()
                .map(group -> new SwitchView.Part(
                        group.getKey().key(), numbers.of(group.getValue()), numbers.percent(group.getValue(), whole)))
                .toList();
    }

    private static List<SwitchView.Row> states(Map<CaseState, Long> byState, Numbers numbers) {
        return Stream.of(CaseState.values())
                .map(state -> new SwitchView.Row(
                        state.key(), numbers.of(byState.getOrDefault(state, 0L)), List.of(), "?state=" + state.key()))
                .toList();
    }

    private static SwitchView.Row row(String key, Map<CaseState, Long> states, String query, Numbers numbers) {
        return new SwitchView.Row(
                key,
                numbers.of(sum(states)),
                Group.sums(states).values().stream().map(numbers::of).toList(),
                query);
    }

    private List<SwitchView.Row> programs(Numbers numbers) {
        var folded = new LinkedHashMap<String, Map<CaseState, Long>>();
        for (var share : board.byProgram(MOST_NAMES)) {
            var known = folded.computeIfAbsent(
                    VERSION.matcher(share.name()).replaceFirst("").strip(), name -> new EnumMap<>(CaseState.class));
            share.cases().forEach((state, count) -> known.merge(state, count, Long::sum));
        }
        return folded.entrySet().stream()
                .sorted((one, other) -> Long.compare(sum(other.getValue()), sum(one.getValue())))
                .limit(MOST_PROGRAMS)
                .map(program -> row(program.getKey(), program.getValue(), "", numbers))
                .toList();
    }

    private SwitchView.Funnel funnel(Numbers numbers) {
        var came = board.everCameTo(java.util.EnumSet.copyOf(WAY));
        var taken = new LinkedHashMap<String, Long>();
        steps.since(LocalDate.EPOCH).forEach(count -> taken.merge(count.step().step(), count.times(), Long::sum));
        var visits = new ArrayList<SwitchView.Row>();
        for (var step : STEPS)
            visits.add(new SwitchView.Row(step, numbers.of(taken.getOrDefault(step, 0L)), List.of(), ""));
        return new SwitchView.Funnel(
                WAY.stream()
                        .map(state -> new SwitchView.Row(
                                state.key(), numbers.of(came.getOrDefault(state, 0L)), List.of(), ""))
                        .toList(),
                visits);
    }

    private static long sum(Map<CaseState, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
