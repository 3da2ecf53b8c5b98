package org.postlotse.evidence;

import java.time.LocalDate;

/** Log-ins of one day that are alike and not counted for their device yet. */
abstract class Waiting {
    /** Since 1970-01-01. */
    private long day;

    private int logins;
    private boolean waits;
    private boolean atNight;
    private long first;
    private long last;
    /** Where the last one stands in its source: of two within a second, the later line is the later one. */
    private long position;

    /** Whether log-ins of another day wait to be counted. */
    boolean isOfAnotherDay(long other) {
        return logins > 0 && day != other;
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
    boolean takeBack(long of) {
        if (logins == 0 || day != of) return false;
        logins--;
        return true;
    }

    /** They are counted. */
    void clear() {
        logins = 0;
        waits = false;
    }

    LocalDate day() {
        return LocalDate.ofEpochDay(day);
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
