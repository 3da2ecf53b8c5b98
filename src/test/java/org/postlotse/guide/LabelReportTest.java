package org.postlotse.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.postlotse.guide.Label.Source;

/** What is known of labels, and what somebody has to look at. */
class LabelReportTest {
    private static final YearMonth NOW = YearMonth.of(2026, 11);

    @Test
    void every_wording_counts_once_and_every_source_is_told() {
        var report = report(Map.of(
                "port", Map.of(Locale.ROOT, label(Source.V, Optional.of(NOW))),
                "server",
                        Map.of(
                                Locale.GERMAN, label(Source.K, Optional.empty()),
                                Locale.ENGLISH, label(Source.V, Optional.of(NOW)))));
        assertThat(report.sources().keySet()).containsExactly("V", "A", "D", "MT", "K");
        assertThat(report.sources().values()).containsExactly(2L, 0L, 0L, 0L, 1L);
        assertThat(report.labels())
                .extracting(LabelReport.Entry::key, LabelReport.Entry::language)
                .containsExactly(tuple("port", "any"), tuple("server", "de"), tuple("server", "en"));
    }

    @Test
    void a_label_from_memory_and_a_machine_s_translation_are_due() {
        var report = report(Map.of(
                "a", Map.of(Locale.ROOT, label(Source.K, Optional.empty())),
                "b", Map.of(Locale.ROOT, label(Source.MT, Optional.of(NOW))),
                "c", Map.of(Locale.ROOT, label(Source.D, Optional.of(NOW)))));
        assertThat(report.due()).extracting(LabelReport.Entry::key).containsExactly("a", "b");
        assertThat(report.count(LabelReport.Entry::unverified)).isEqualTo(2);
    }

    @Test
    void a_check_is_good_for_twelve_months() {
        var report = report(Map.of(
                "a", Map.of(Locale.ROOT, label(Source.V, Optional.of(NOW.minusMonths(12)))),
                "b", Map.of(Locale.ROOT, label(Source.V, Optional.of(NOW.minusMonths(13))))));
        assertThat(report.due()).extracting(LabelReport.Entry::key).containsExactly("b");
    }

    @Test
    void who_read_a_label_has_to_say_when() {
        var report = report(Map.of("a", Map.of(Locale.ROOT, label(Source.A, Optional.empty()))));
        assertThat(report.count(LabelReport.Entry::undated)).isEqualTo(1);
        assertThat(report.due()).hasSize(1);
    }

    @Test
    void what_is_shipped_is_reported_whole() {
        for (var guide : Shipped.GUIDES.all()) {
            var report = guide.labels(NOW);
            assertThat(report.program()).isEqualTo(guide.id());
            assertThat(report.sources().values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(report.labels().size())
                    .isPositive();
            assertThat(report.count(LabelReport.Entry::undated))
                    .as("labels of %s that were read without a date", guide.id())
                    .isZero();
        }
    }

    private static LabelReport report(Map<String, Map<Locale, Label>> labels) {
        return LabelReport.of("postbote", new LabelPack(labels), NOW);
    }

    private static Label label(Source source, Optional<YearMonth> checked) {
        return new Label("Port", source, "main.c", Optional.empty(), Optional.empty(), checked);
    }
}
