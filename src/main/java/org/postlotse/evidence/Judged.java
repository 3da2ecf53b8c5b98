package org.postlotse.evidence;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a manner of logging in means, and its log-ins of one day that are not counted for their device yet. */
final class Judged {
    private final Judgement judgement;
    /** Told here, too: each log-in asks for it, and what the judgement says lies elsewhere in memory. */
    private final Judgement.@Nullable Reason leftOut;

    private final boolean introducesItself;
    private final int port;
    private LocalDate day = LocalDate.EPOCH;
    private int logins;
    private boolean waits;
    private boolean atNight;
    private long first;
    private long last;
    /** Where the last one stands in its source: of two within a second, the later line is the later one. */
    private long position;

    /** The same, once the program said what it is: mostly it says the same each time. */
    private @Nullable Judged named;

    private @Nullable ClientId client;

    Judged(Judgement judgement, Manner.Facts facts) {
        this(judgement, facts.service() == LoginProtocol.IMAP, facts.server().port());
    }

    private Judged(Judgement judgement, boolean introducesItself, int port) {
        this.judgement = judgement;
        leftOut = judgement instanceof Judgement.LeftOut(var reason) ? reason : null;
        this.introducesItself = introducesItself;
        this.port = port;
    }

    /** Why nobody is warned for it; null where a customer may be. */
    Judgement.@Nullable Reason leftOut() {
        return leftOut;
    }

    /** Whose they are, where they are not left out. */
    Judgement.Customers customers() {
        return (Judgement.Customers) judgement;
    }

    /** Whether it is so tomorrow, too: whose name is no mailbox today may have one then. */
    boolean lasts() {
        return leftOut != Judgement.Reason.STRANGER;
    }

    /** Whether the program may say what it is: by IMAP only (RFC 2971). */
    boolean introducesItself() {
        return introducesItself;
    }

    /** The same device, once its program said what it is. */
    Judged saying(ClientId client) {
        var known = named;
        if (known != null && client.equals(this.client)) return known;
        var other = new Judged(customers().saying(client), introducesItself, port);
        named = other;
        this.client = client;
        return other;
    }

    /** The server's. */
    int port() {
        return port;
    }

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
