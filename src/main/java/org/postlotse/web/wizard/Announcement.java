package org.postlotse.web.wizard;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.postlotse.catalogue.Timeline;
import org.postlotse.web.Frame;
import org.postlotse.web.Texts;

/**
 * The switch-off as the start page tells it, in the reader's language.
 *
 * @param cutOff the date in words
 * @param past whether that day has come
 * @param milestones in the order of time
 */
record Announcement(String cutOff, boolean past, List<Milestone> milestones) {

    /**
     * One line of the timetable.
     *
     * @param when a date in words
     * @param text its key below {@code start.timeline}
     * @param state {@code done}, {@code next} or {@code later}
     */
    record Milestone(String when, String text, String state) {}

    private record Dated(LocalDate day, String when, String text) {}

    /** How the reader's language spells dates and times: patterns of {@link DateTimeFormatter}. */
    record Spelling(String date, String time, Locale language) {
        static Spelling of(Texts texts, Frame frame) {
            return new Spelling(texts.get(frame, "format.date"), texts.get(frame, "format.time"), frame.language());
        }
    }

    /** Tells a timeline to somebody who reads it at this local time. */
    static Announcement of(Timeline timeline, LocalDateTime now, Spelling spelling) {
        var date = DateTimeFormatter.ofPattern(spelling.date(), spelling.language());
        var time = DateTimeFormatter.ofPattern(spelling.time(), spelling.language());
        var dated = new ArrayList<Dated>();
        timeline.announced().ifPresent(day -> dated.add(new Dated(day, date.format(day), "announced")));
        timeline.mailsFrom().ifPresent(day -> dated.add(new Dated(day, date.format(day), "mails")));
        for (var rehearsal : timeline.rehearsals())
            dated.add(new Dated(
                    rehearsal.from().toLocalDate(),
                    date.format(rehearsal.from()) + ", " + time.format(rehearsal.from()) + "–"
                            + time.format(rehearsal.to()),
                    "rehearsal"));
        dated.add(new Dated(timeline.cutOff(), date.format(timeline.cutOff()), "cut-off"));
        var today = now.toLocalDate();
        return new Announcement(
                date.format(timeline.cutOff()), !today.isBefore(timeline.cutOff()), milestones(dated, today));
    }

    private static List<Milestone> milestones(List<Dated> dated, LocalDate today) {
        var next = dated.stream()
                .map(Dated::day)
                .filter(day -> day.isAfter(today))
                .sorted()
                .findFirst();
        return dated.stream()
                .sorted(Comparator.comparing(Dated::day))
                .map(one -> new Milestone(one.when(), one.text(), state(one, today, next.orElse(LocalDate.MAX))))
                .toList();
    }

    private static String state(Dated one, LocalDate today, LocalDate next) {
        if (!one.day().isAfter(today)) return "done";
        return one.day().equals(next) ? "next" : "later";
    }
}
