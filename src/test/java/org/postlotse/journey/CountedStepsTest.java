package org.postlotse.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.postlotse.campaign.CaseState;
import org.postlotse.campaign.SealedLinks;
import org.postlotse.campaign.StepCounts;

/** The steps of whoever came by a letter are counted by weakness and program, as numbers and day by day, and by nobody. */
@QuarkusTest
@TestProfile(StaffedHoster.class)
class CountedStepsTest {
    private static final List<String> STEPS = List.of("looked", "begun", "watching", "muted", "not-me");

    @Inject
    SomeCases some;

    @Inject
    SealedLinks links;

    @Inject
    MeterRegistry metrics;

    @Inject
    StepCounts steps;

    @Test
    void each_once_with_the_program_that_was_seen_or_chosen() {
        var code = some.code(some.with("counted", CaseState.WARNED), "3C4K2QMD");
        var before = counted();
        var kept = kept();

        given().redirects().follow(false).formParam("code", code.display()).post("/de/w");
        var letter = "/de/w/" + links.seal(code);
        given().get(letter);
        var way = given().redirects().follow(false).post(letter).header("Location");
        given().get(way.substring(way.indexOf("/de/")).replaceFirst("/[a-z-]+(\\?.*)?$", "/watch"));
        given().get(letter + "/not-me");
        given().post(letter + "/mute");

        var expected = new TreeMap<String, Long>(Map.of("by code", 1L, "by link", 1L));
        for (var step : STEPS) expected.put(step, 1L);
        assertThat(difference(counted(), before)).isEqualTo(expected);
        assertThat(difference(kept(), kept))
                .isEqualTo(new TreeMap<>(Map.of(
                        "code", 1L, "link", 1L, "looked", 1L, "begun", 1L, "watching", 1L, "muted", 1L, "not-me", 1L)));
        assertThat(metrics.getMeters())
                .allSatisfy(meter -> assertThat(meter.getId().toString()).doesNotContain("counted@"));
    }

    private static Map<String, Long> difference(Map<String, Long> now, Map<String, Long> before) {
        var more = new TreeMap<String, Long>();
        now.forEach((step, times) -> more.put(step, times - before.getOrDefault(step, 0L)));
        more.values().removeIf(times -> times == 0);
        return more;
    }

    private Map<String, Long> counted() {
        var counts = new TreeMap<String, Long>();
        for (var step : STEPS) counts.put(step, counted("postlotse.steps", "step", step));
        for (var by : List.of("link", "code")) counts.put("by " + by, counted("postlotse.links", "by", by));
        return counts;
    }

    private long counted(String name, String tag, String value) {
        return (long) metrics.counter(name, tag, value, "weakness", "no-encryption", "program", "thunderbird-desktop")
                .count();
    }

    private Map<String, Long> kept() {
        var counts = new TreeMap<String, Long>();
        for (var count : steps.since(LocalDate.EPOCH))
            if (count.step().weakness().equals("no-encryption")
                    && count.step().program().equals("thunderbird-desktop"))
                counts.merge(count.step().step(), count.times(), Long::sum);
        return counts;
    }
}
