package org.postlotse.web.desk;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postlotse.campaign.CaseBoard;

/**
 * How the cases went from day to day: a column for each day, its groups upon each other. Lengths are in units of a drawing
 * that is 1,000 wide and 240 high. The rows of the table beside it have the same values.
 *
 * @param cutOff where the line of the last day stands; empty where it lies outside the drawing
 * @param highest what the full height stands for
 */
record Chart(
        List<Part> parts, List<Row> rows, Optional<String> cutOff, String highest, LocalDate first, LocalDate last) {
    static final int WIDTH = 1_000;
    static final int HEIGHT = 240;
    /** More columns would be lines. */
    private static final int MOST = 90;
    /** A date that is further away would squeeze the columns. */
    private static final int FURTHEST = 365;
    /** A first day alone is a column, no wall. */
    private static final double WIDEST = 60;

    /** One group of one day. */
    record Part(String group, String x, String y, String width, String height) {}

    /** One day; the numbers in the order of the groups. */
    record Row(LocalDate day, List<String> numbers) {}

    /** Empty where no day was kept yet. */
    static Optional<Chart> of(List<CaseBoard.Day> kept, LocalDate cutOff, Numbers numbers) {
        if (kept.isEmpty()) return Optional.empty();
        var days = thinned(kept);
        var first = days.getFirst().day();
        var latest = days.getLast().day();
        boolean shown = !cutOff.isBefore(first) && cutOff.isBefore(latest.plusDays(FURTHEST));
        var last = shown && cutOff.isAfter(latest) ? cutOff : latest;
        long whole = Math.max(1, days.stream().mapToLong(Chart::sum).max().orElse(1));
        double unit = (double) WIDTH / (ChronoUnit.DAYS.between(first, last) + 1);
        double step = unit * Math.max(1, kept.size() / Math.max(1, days.size()));
        var parts = new ArrayList<Part>();
        var rows = new ArrayList<Row>();
        for (var day : days) {
            var sums = Group.sums(day.cases());
            parts.addAll(column(
                    ChronoUnit.DAYS.between(first, day.day()) * unit, Math.min(step * .85, WIDEST), sums, whole));
            rows.add(new Row(
                    day.day(),
                    List.of(Group.values()).stream()
                            .map(group -> numbers.of(sums.getOrDefault(group, 0L)))
                            .toList()));
        }
        var line = Optional.of(cutOff)
                .filter(date -> shown)
                .map(date -> tenths(ChronoUnit.DAYS.between(first, date) * unit + unit / 2));
        return Optional.of(new Chart(parts, rows.reversed(), line, numbers.of(whole), first, last));
    }

    /** Every so many days, the latest among them. */
    private static List<CaseBoard.Day> thinned(List<CaseBoard.Day> kept) {
        int every = (kept.size() + MOST - 1) / MOST;
        var days = new ArrayList<CaseBoard.Day>();
        for (int i = (kept.size() - 1) % every; i < kept.size(); i += every) days.add(kept.get(i));
        return days;
    }

    private static long sum(CaseBoard.Day day) {
        return day.cases().values().stream().mapToLong(Long::longValue).sum();
    }

    private static List<Part> column(double x, double width, Map<Group, Long> sums, long whole) {
        var parts = new ArrayList<Part>();
        double y = HEIGHT;
        for (var group : Group.values()) {
            double height = (double) HEIGHT * sums.getOrDefault(group, 0L) / whole;
            y -= height;
            if (height > 0) parts.add(new Part(group.key(), tenths(x), tenths(y), tenths(width), tenths(height)));
        }
        return parts;
    }

    private static String tenths(double length) {
        return Double.toString(Math.round(length * 10) / 10.0);
    }
}
