package org.postlotse.campaign;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * When letters are sent, in the hoster's local time: whoever reads one wants to call somebody.
 *
 * @param from the first moment of a day
 * @param until the moment after the last one
 * @param days on which letters are sent
 * @param holidays on which they are not, whatever day they are
 */
record SendingTimes(LocalTime from, LocalTime until, Set<DayOfWeek> days, Set<LocalDate> holidays) {
    private static final Pattern HOURS = Pattern.compile("(\\d\\d:\\d\\d)\\s*[-–]\\s*(\\d\\d:\\d\\d)");
    private static final Pattern DAYS = Pattern.compile("([a-z]{3})(?:\\s*[-–]\\s*([a-z]{3}))?");
    private static final String MIDNIGHT = "24:00";
    private static final int DAY_LETTERS = 3;

    boolean contain(LocalDateTime moment) {
        var time = moment.toLocalTime();
        return days.contains(moment.getDayOfWeek())
                && !holidays.contains(moment.toLocalDate())
                && !time.isBefore(from)
                && (time.isBefore(until) || until.equals(LocalTime.MAX));
    }

    static SendingTimes read(CampaignConfig config, SettingsReader reader) {
        var hours = hours(config.hours().strip(), reader);
        return new SendingTimes(
                hours.from(),
                hours.until(),
                days(config.days().strip().toLowerCase(Locale.ROOT), reader),
                holidays(config.holidays().orElse(List.of()), reader));
    }

    private record Hours(LocalTime from, LocalTime until) {}

    private static Hours hours(String text, SettingsReader reader) {
        var match = HOURS.matcher(text);
        try {
            if (match.matches()) {
                var end = match.group(2);
                var hours = new Hours(
                        LocalTime.parse(match.group(1)), end.equals(MIDNIGHT) ? LocalTime.MAX : LocalTime.parse(end));
                if (hours.from().isBefore(hours.until())) return hours;
            }
        } catch (DateTimeException none) {
            // said below
        }
        reader.fault("hours", "is “" + text + "”; write two times of one day, such as 08:00-20:00");
        return new Hours(LocalTime.MIN, LocalTime.MIN);
    }

    private static Set<DayOfWeek> days(String text, SettingsReader reader) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (var part : text.split("\\s*,\\s*")) {
            var match = DAYS.matcher(part);
            var first = match.matches() ? day(match.group(1)) : Optional.<DayOfWeek>empty();
            var last = first.isEmpty() || match.group(2) == null ? first : day(match.group(2));
            if (first.isEmpty() || last.isEmpty()) {
                reader.fault("days", "is “" + text + "”; write such as mon-fri or mon,wed,fri");
                return EnumSet.noneOf(DayOfWeek.class);
            }
            days.add(last.get());
            for (var day = first.get(); day != last.get(); day = day.plus(1)) days.add(day);
        }
        return days;
    }

    private static Optional<DayOfWeek> day(String letters) {
        return EnumSet.allOf(DayOfWeek.class).stream()
                .filter(day -> day.name()
                        .substring(0, DAY_LETTERS)
                        .toLowerCase(Locale.ROOT)
                        .equals(letters))
                .findFirst();
    }

    private static Set<LocalDate> holidays(List<String> written, SettingsReader reader) {
        var holidays = new HashSet<LocalDate>();
        for (int i = 0; i < written.size(); i++)
            try {
                holidays.add(LocalDate.parse(written.get(i).strip()));
            } catch (DateTimeException none) {
                reader.fault("holidays[" + i + "]", "is no date; write one such as 2027-01-06");
            }
        return holidays;
    }
}
