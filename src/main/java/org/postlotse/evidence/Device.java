package org.postlotse.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.postlotse.catalogue.EmailAddress;

/**
 * One program of one mailbox as the logs know it: everything that logs in alike.
 *
 * @param mailbox whose
 * @param fingerprint how it logs in
 * @param first its first log-in
 * @param last its latest one
 * @param logins how often it logged in
 * @param lastDay the day of its latest log-in, in the hoster's zone
 * @param dayBefore the latest earlier day on which it logged in
 * @param atNight whether it ever logged in between midnight and five, in the hoster's zone
 * @param network where it came from last: an address, later only its network; empty where no log tells
 */
public record Device(
        EmailAddress mailbox,
        Fingerprint fingerprint,
        Instant first,
        Instant last,
        long logins,
        LocalDate lastDay,
        Optional<LocalDate> dayBefore,
        boolean atNight,
        String network) {
    /** Whether it logs in insecurely, again and again, until now. */
    public boolean insecure(Lately lately) {
        return fingerprint.weakness().isPresent()
                && last.isAfter(lately.seenAfter())
                && (lately.alsoAfter().isEmpty()
                        || dayBefore
                                .filter(day -> day.isAfter(lately.alsoAfter().get()))
                                .isPresent());
    }
}
