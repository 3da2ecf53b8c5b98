package org.postlotse.evidence;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * How often a device logs in: a person's day, or a clock.
 *
 * @param kind what it looks like
 * @param perDay log-ins on the middle one of its whole days
 */
public record Rhythm(Kind kind, int perDay) {
    private static final int MINUTES_A_DAY = 24 * 60;
    /** Of fewer whole days nothing is said. */
    private static final int FEW_DAYS = 2;

    private static final int MOST_DAYS = 14;
    /** From once in two hours on. */
    private static final int OFTEN = 12;

    /** What it looks like. */
    public enum Kind {
        /** As often on every day, and at night as well: something asks by itself. */
        BY_THE_CLOCK,
        /** Often, but as people do: not at night, or on each day differently. */
        THROUGH_THE_DAY,
        /** A few times a day, or not on every day. */
        NOW_AND_THEN,
        /** Not seen for long enough. */
        UNKNOWN;

        /** Stable, for texts: {@code by-the-clock}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Reads it from how often one device logged in on each day.
     *
     * @param days all that are known of it
     * @param today its log-ins are not all there yet
     */
    public static Rhythm of(Device device, List<Logins.Day> days, LocalDate today) {
        var first = days.stream().map(Logins.Day::day).min(LocalDate::compareTo).orElse(today);
        var counts = days.stream()
                .filter(day -> day.fingerprint().equals(device.fingerprint()))
                .filter(day -> day.day().isBefore(today) && day.day().isAfter(first))
                .sorted((one, other) -> other.day().compareTo(one.day()))
                .limit(MOST_DAYS)
                .mapToInt(Logins.Day::logins)
                .sorted()
                .toArray();
        if (counts.length < FEW_DAYS) return new Rhythm(Kind.UNKNOWN, 0);
        int middle = counts[counts.length / 2];
        if (middle < OFTEN) return new Rhythm(Kind.NOW_AND_THEN, middle);
        boolean regular = counts[0] * 4 >= counts[counts.length - 1] * 3;
        return new Rhythm(regular && device.atNight() ? Kind.BY_THE_CLOCK : Kind.THROUGH_THE_DAY, middle);
    }

    /** Between two log-ins of one that goes by the clock, in minutes. */
    public int minutes() {
        return perDay == 0 ? 0 : Math.max(1, Math.round((float) MINUTES_A_DAY / perDay));
    }
}
