package org.postlotse.evidence;

import java.time.LocalDate;

/** What a manner of logging in means, and its log-ins of one day that are not counted for their device yet. */
final class Judged {
    private final Judgement judgement;
    private final int port;
    private LocalDate day = LocalDate.EPOCH;
    private int logins;
    private boolean atNight;
    private long first;
    private long last;
    /** Where the last one stands in its source: of two within a second, the later line is the later one. */
    private long position;

    /** @param port the server's */
    Judged(Judgement judgement, int port) {
        this.judgement = judgement;
        this.port = port;
    }

    Judgement judgement() {
        return judgement;
    }

    /** Whether it is so tomorrow, too: whose name is no mailbox today may have one then. */
    boolean lasts() {
        return !(judgement instanceof Judgement.LeftOut(var reason)) || reason != Judgement.Reason.STRANGER;
    }

    int port() {
        return port;
    }

    /** Whether log-ins of another day wait to be counted. */
    boolean isOfAnotherDay(LocalDate other) {
        return logins > 0 && !day.equals(other);
    }

    /** @return whether it is the first one that waits */
    boolean add(SeenLogin login, Hour hour) {
        boolean begins = logins++ == 0;
        day = hour.day();
        atNight = hour.isNight() || atNight && !begins;
        first = begins ? login.micros() : Math.min(first, login.micros());
        if (begins || login.micros() >= last) {
            last = login.micros();
            position = login.position();
        }
        return begins;
    }

    /** They are counted. */
    void clear() {
        logins = 0;
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
