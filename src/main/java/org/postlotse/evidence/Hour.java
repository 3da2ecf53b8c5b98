package org.postlotse.evidence;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * What somebody's clock says of a moment, as far as rhythms care.
 *
 * @param day the date, in days since 1970-01-01
 * @param hour 0 to 23
 */
record Hour(long day, int hour) {
    /** When most people sleep, and programs that ask by themselves do not. */
    private static final int MORNING = 5;

    static Hour of(Instant time, ZoneId zone) {
        var local = LocalDateTime.ofInstant(time, zone);
        return new Hour(local.toLocalDate().toEpochDay(), local.getHour());
    }

    boolean isNight() {
        return hour < MORNING;
    }
}
