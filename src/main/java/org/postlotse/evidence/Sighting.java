package org.postlotse.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.postlotse.catalogue.EmailAddress;

/** What one stretch of a log shows of one device: how many log-ins, when, from where. */
public final class Sighting {
    private final EmailAddress mailbox;
    private final Fingerprint fingerprint;
    private final Map<LocalDate, Integer> days = new TreeMap<>();
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private long position;
    private String address = "";
    private boolean atNight;

    Sighting(EmailAddress mailbox, Fingerprint fingerprint) {
        this.mailbox = mailbox;
        this.fingerprint = fingerprint;
    }

    /** @param address where they came from, in the form in which it may be stored */
    void add(Waiting logins, String address) {
        first = Math.min(first, logins.first());
        if (logins.last() > last || logins.last() == last && logins.position() >= position) {
            last = logins.last();
            position = logins.position();
            this.address = address;
        }
        days.merge(logins.day(), logins.logins(), Integer::sum);
        atNight |= logins.atNight();
    }

    /** A log-in that another device did: this one's count goes down. */
    void withdraw(LocalDate day) {
        days.merge(day, -1, Integer::sum);
    }

    public EmailAddress mailbox() {
        return mailbox;
    }

    public Fingerprint fingerprint() {
        return fingerprint;
    }

    /** How many log-ins there were on each day; below zero where more were taken back than found. */
    public Map<LocalDate, Integer> days() {
        return days;
    }

    /** The first log-in; later than the last one where there was none. */
    public Instant first() {
        return moment(first);
    }

    public Instant last() {
        return moment(last);
    }

    private static Instant moment(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** Whether anybody logged in at all, or something was only taken back. */
    public boolean seen() {
        return first <= last;
    }

    /** Whether any of it was at night. */
    public boolean atNight() {
        return atNight;
    }

    /** Where the latest log-in came from, in the form in which it may be stored; may be empty. */
    public String address() {
        return address;
    }
}
