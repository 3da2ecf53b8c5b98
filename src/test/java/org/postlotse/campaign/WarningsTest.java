package org.postlotse.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postlotse.campaign.House.OLD_IMAP;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.postlotse.catalogue.Timeline;

/** Who gets what, when, and how often: once. */
class WarningsTest {
    private static final Timeline REHEARSED = new Timeline(
            Optional.empty(),
            Optional.empty(),
            List.of(new Timeline.Rehearsal(
                    LocalDateTime.parse("2024-08-30T10:00"), LocalDateTime.parse("2024-08-30T11:00"))),
            LocalDate.of(2024, 9, 20));

    private final House house = House.usual();

    @Test
    void everything_is_a_dry_run_until_somebody_says_otherwise() {
        house.opened("erika");

        assertThat(house.warnings.run().stopped()).contains(Obstacle.STOPPED);
        assertThat(house.post.taken()).isEmpty();
        assertThat(house.lines()).extracting(Preview.Line::why).containsExactly("new");
    }

    @Test
    void the_preview_is_what_the_run_then_does() {
        house.crowd(40);
        house.wave(Control.Wave.share(50));
        var foretold = house.lines().stream()
                .filter(Preview.Line::letter)
                .map(line -> line.decision().mailbox().normalised() + " " + line.kind())
                .toList();

        house.step();

        assertThat(house.post.taken()).containsExactlyInAnyOrderElementsOf(foretold);
        assertThat(foretold).hasSizeBetween(8, 32);
        assertThat(house.lines().stream().filter(Preview.Line::letter)).isEmpty();
    }

    @Test
    void the_preview_tells_a_spreadsheet_who_gets_what_and_why() {
        house.opened("erika");

        assertThat(Preview.csvHead())
                .isEqualTo("mailbox,weaknesses,states,decision,letter,why,to,language,last_letter,last_insecure\r\n");
        assertThat(house.lines().getFirst().csv())
                .isEqualTo("erika@example.test,no-encryption,open,send,first,new,erika@example.test,de,,"
                        + "2024-07-01T10:00:00Z\r\n");
        assertThat(house.preview.summary(Control.Wave.PILOT))
                .isEqualTo(new Preview.Summary(Map.of(), Map.of("not-in-wave", 1L)));
    }

    @Test
    void each_letter_brings_something_new_and_two_are_fourteen_days_apart() {
        var planned = House.with(Map.of("days", "mon-sun"), REHEARSED);
        planned.opened("erika").everybody();
        var sent = new ArrayList<String>();
        for (var day = LocalDate.of(2024, 7, 1); day.isBefore(LocalDate.of(2024, 11, 1)); day = day.plusDays(1)) {
            int before = planned.post.taken().size();
            planned.logsIn("erika", OLD_IMAP).step();
            for (var letter :
                    planned.post.letters().subList(before, planned.post.taken().size()))
                sent.add(day + " " + letter.kind().key());
            planned.days(1);
        }

        assertThat(sent)
                .containsExactly(
                        "2024-07-01 first",
                        "2024-07-26 rehearsal",
                        "2024-08-23 help",
                        "2024-09-17 last",
                        "2024-10-01 after",
                        "2024-10-15 still-after");
    }

    @Test
    void nobody_is_told_of_rehearsals_that_are_over_or_of_none() {
        var schedule = Schedule.USUAL;

        assertThat(schedule.due(REHEARSED, LocalDate.of(2024, 7, 26))).contains(LetterKind.REHEARSAL);
        assertThat(schedule.due(REHEARSED, LocalDate.of(2024, 6, 21))).isEmpty();
        var none = new Timeline(Optional.empty(), Optional.empty(), List.of(), REHEARSED.cutOff());
        assertThat(schedule.due(none, LocalDate.of(2024, 7, 26))).contains(LetterKind.FIRST);
        var later =
                new Timeline(Optional.empty(), Optional.of(LocalDate.of(2024, 8, 1)), List.of(), REHEARSED.cutOff());
        assertThat(schedule.due(later, LocalDate.of(2024, 7, 31))).isEmpty();
    }

    @Test
    void nobody_is_reminded_whose_programs_are_silent() {
        house.opened("erika").everybody().step();
        house.days(60).step();

        assertThat(house.post.taken()).containsExactly("erika@example.test first");
        assertThat(house.lines()).extracting(Preview.Line::why).containsExactly("quiet");
    }

    @Test
    void at_night_at_weekends_and_on_holidays_nothing_is_sent() {
        var quiet = House.with(Map.of("holidays[0]", "2024-07-03"));
        quiet.opened("erika").everybody();

        quiet.clock.move(Duration.ofHours(9)); // Monday, 21 o'clock in Berlin
        assertThat(quiet.warnings.run().stopped()).contains(Obstacle.QUIET_HOURS);
        quiet.clock.move(Duration.ofHours(39)); // Wednesday, noon, a holiday
        assertThat(quiet.warnings.run().stopped()).contains(Obstacle.QUIET_HOURS);
        quiet.days(3); // Saturday
        assertThat(quiet.warnings.run().stopped()).contains(Obstacle.QUIET_HOURS);
        quiet.days(2);
        assertThat(quiet.warnings.run().sent()).isOne();
    }

    @Test
    void a_test_letter_goes_to_oneself_and_counts_for_nothing() {
        house.opened("erika");
        var wanted = new TestLetters.Wanted(
                House.mailbox("erika"), House.mailbox("operator"), LetterKind.LAST, java.util.Locale.ENGLISH);

        assertThat(house.testLetters.send(wanted)).isTrue();

        assertThat(house.post.letters()).singleElement().satisfies(letter -> {
            assertThat(letter.reader().address()).isEqualTo(House.mailbox("operator"));
            assertThat(letter.recipient().mailbox()).isEqualTo(House.mailbox("erika"));
        });
        assertThat(house.testLetters.look(wanted).orElseThrow().subject()).isEqualTo("[Test] last");
        assertThat(house.states("erika")).containsExactly(CaseState.OPEN);
        assertThat(house.everybody().step().sent()).isOne();
    }

    @Test
    void a_returned_letter_marks_its_mailbox() {
        house.opened("erika").everybody().step();
        var code = house.store
                .recipients()
                .find(House.mailbox("erika"))
                .orElseThrow()
                .code();

        assertThat(house.returns.returned("bounce+22222222@example.test")).isFalse();
        assertThat(house.returns.returned("BOUNCE+" + code.letters() + "@example.test"))
                .isTrue();

        assertThat(house.states("erika")).containsExactly(CaseState.REFUSED);
        assertThat(house.store.recipients().letters(House.mailbox("erika")))
                .extracting(Recipients.Sent::outcome)
                .containsExactly(Recipients.Outcome.BOUNCED);
    }

    @Test
    void cases_are_numbered_by_weakness_and_by_the_program_that_was_seen() {
        house.opened("erika").opened("otto").opened("printer", House.OLD_SMTP).everybody();
        house.step();

        house.counters.cases(house.store.cases().counts(), house.store.cases().arrivals());

        assertThat(cases("postlotse.cases", "weakness", "no-encryption")).isEqualTo(3);
        assertThat(cases("postlotse.cases.arrived", "weakness", "no-encryption"))
                .isEqualTo(3);
        assertThat(cases("postlotse.cases.programs", "program", "thunderbird-desktop"))
                .isEqualTo(2);
        assertThat(cases("postlotse.cases.programs", "program", "unknown")).isEqualTo(1);
    }

    private double cases(String name, String label, String value) {
        return house.metrics
                .get(name)
                .tag(label, value)
                .tag("state", "warned")
                .gauge()
                .value();
    }

    @Test
    void numbers_name_nobody() {
        house.opened("erika").everybody().step();
        house.counters.cases(house.store.cases().counts(), house.store.cases().arrivals());

        assertThat(house.metrics.getMeters())
                .isNotEmpty()
                .allSatisfy(meter -> assertThat(meter.getId().toString()).doesNotContain("erika", "example.test"));
        assertThat(house.metrics
                        .counter(
                                "postlotse.letters",
                                "kind",
                                "first",
                                "weakness",
                                "no-encryption",
                                "program",
                                "thunderbird-desktop",
                                "reply",
                                "taken")
                        .count())
                .isEqualTo(1);
    }
}
