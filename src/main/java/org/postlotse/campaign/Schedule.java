package org.postlotse.campaign;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.postlotse.catalogue.Timeline;

/**
 * Which letter is due from which day on, counted from the day of the switch-off. A letter that was not sent when the next
 * one is due is not sent any more: it would be old news.
 *
 * @param stages from the earliest to the latest
 */
record Schedule(List<Stage> stages) {
    /** The days before the date of the switch-off from which a letter is due; below zero after it. */
    record Stage(LetterKind kind, int daysBefore) {}

    /** Days before the date, where no last letter is planned. */
    private static final int LAST_CALL = 3;

    /** As the hosters' experience has it: from three months before the date until two weeks after it. */
    static final Schedule USUAL = new Schedule(List.of(
            new Stage(LetterKind.FIRST, 90),
            new Stage(LetterKind.REHEARSAL, 56),
            new Stage(LetterKind.HELP, 28),
            new Stage(LetterKind.LAST, 3),
            new Stage(LetterKind.AFTER, 0),
            new Stage(LetterKind.STILL_AFTER, -14)));

    Schedule {
        stages = stages.stream()
                .sorted(Comparator.comparingInt(Stage::daysBefore).reversed())
                .toList();
    }

    /** The latest letter that is due on a day; empty before the first one, and before letters were promised. */
    Optional<LetterKind> due(Timeline timeline, LocalDate today) {
        if (timeline.mailsFrom().filter(today::isBefore).isPresent()) return Optional.empty();
        return stages.stream()
                .filter(stage -> !today.isBefore(timeline.cutOff().minusDays(stage.daysBefore())))
                .filter(stage -> isNews(stage, timeline, today))
                .reduce((earlier, later) -> later)
                .map(Stage::kind);
    }

    /** Nobody is told of rehearsals that there are none of, or that are over. */
    private static boolean isNews(Stage stage, Timeline timeline, LocalDate today) {
        return stage.kind() != LetterKind.REHEARSAL
                || timeline.rehearsals().stream()
                        .anyMatch(rehearsal -> !rehearsal.from().toLocalDate().isBefore(today));
    }

    /** From this day on even those are told again who wanted no reminders. */
    LocalDate lastCall(Timeline timeline) {
        return timeline.cutOff()
                .minusDays(stages.stream()
                        .filter(stage -> stage.kind() == LetterKind.LAST)
                        .mapToInt(Stage::daysBefore)
                        .findFirst()
                        .orElse(LAST_CALL));
    }
}
