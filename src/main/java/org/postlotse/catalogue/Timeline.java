package org.postlotse.catalogue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * The dates of the switch. Only what the hoster has promised stands here: what is not configured is not told.
 *
 * @param announced when the switch was announced
 * @param mailsFrom from when on warning mails are sent
 * @param rehearsals announced hours in which the old settings do not work
 * @param cutOff the first day on which only encrypted connections are accepted
 */
public record Timeline(
        Optional<LocalDate> announced, Optional<LocalDate> mailsFrom, List<Rehearsal> rehearsals, LocalDate cutOff) {
    public Timeline {
        rehearsals = List.copyOf(rehearsals);
    }

    /** An announced outage of the old settings, in the hoster's local time; it ends on the day on which it begins. */
    public record Rehearsal(LocalDateTime from, LocalDateTime to) {}
}
