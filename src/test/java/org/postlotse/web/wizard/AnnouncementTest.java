package org.postlotse.web.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.postlotse.catalogue.Timeline;
import org.postlotse.catalogue.Timeline.Rehearsal;
import org.postlotse.web.wizard.Announcement.Milestone;

class AnnouncementTest {
    private final Timeline timeline = new Timeline(
            Optional.of(LocalDate.of(2024, 5, 2)),
            Optional.of(LocalDate.of(2024, 6, 3)),
            List.of(new Rehearsal(LocalDateTime.of(2024, 8, 30, 10, 0), LocalDateTime.of(2024, 8, 30, 11, 0))),
            LocalDate.of(2024, 9, 20));

    @Test
    void what_is_over_is_done_and_what_comes_first_is_next() {
        assertThat(at(2024, 7, 1).milestones())
                .extracting(Milestone::text, Milestone::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("announced", "done"),
                        org.assertj.core.groups.Tuple.tuple("mails", "done"),
                        org.assertj.core.groups.Tuple.tuple("rehearsal", "next"),
                        org.assertj.core.groups.Tuple.tuple("cut-off", "later"));
    }

    @Test
    void the_day_itself_counts_as_past() {
        assertThat(at(2024, 9, 19).past()).isFalse();
        assertThat(at(2024, 9, 20).past()).isTrue();
    }

    @Test
    void dates_are_spelt_as_the_reader_spells_them() {
        assertThat(at(2024, 7, 1).cutOff()).isEqualTo("20. September 2024");
        assertThat(at(2024, 7, 1).milestones().get(2).when()).isEqualTo("30. August 2024, 10:00 Uhr–11:00 Uhr");
    }

    private Announcement at(int year, int month, int day) {
        return Announcement.of(
                timeline,
                LocalDateTime.of(year, month, day, 12, 0),
                new Announcement.Spelling("d. MMMM yyyy", "H:mm 'Uhr'", Locale.GERMAN));
    }
}
