package org.postlotse.evidence;

import java.time.LocalDate;

/** Log-ins of one day that are alike and not counted for their device yet. */
abstract class Waiting {
    private LocalDate day = LocalDate.EPOCH;
    private int logins;
    private boolean waits;
    private boolean atNight;
    private long first;
    private long last;
    /** Where the last one stands in its source: of two within a second, the later line is the later one. */
    private long position;

    /** Whether log-ins of another day wait to be counted. */
    boolean isOfAnotherDay(LocalDate other) {
        return logins > 0 && !day.equals(other);
    }

    /** @return whether none waited before */
    boolean add(SeenLogin login, Hour hour) {
        boolean alone = !waits;
        waits = true;
        boolean begins = logins++ == 0;
        day = hour.day();
        atNight = hour.isNight() || atNight && !begins;
        first = begins ? login.micros() : Math.min(first, login.micros());
        if (begins || login.micros() >= last) {
            last = login.micros();
            position = login.position();
        }
        return alone;
    }

    /** One of those that wait is another device's; false where none of that day waits. */
    boolean takeBack(LocalDate of) {
        if (logins == 0 || !day.equals(of)) return false;
        logins--;
        return true;
    }

    /** They are counted. */
    void clear() {
        logins = 0;
        waits = false;
    }

    LocalDate day() {
        return day;
    }

    int logins() {
        return logins;
    }

    boolean atNight() {
        return atNight;
    }

    /** Microseconds since 1970, UTC. */
    long first() {
        return first;
    }

    /** Microseconds since 1970, UTC. */
    long last() {
        return last;
    }

    long position() {
        return position;
    }
}
