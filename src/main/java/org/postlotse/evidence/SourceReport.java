package org.postlotse.evidence;

import java.util.Map;

/**
 * What a source has told since this process began.
 *
 * @param name a file's path, {@code syslog and HTTP}, or a topic
 * @param lines all of them
 * @param dialects how many of them each kind of mail server wrote
 * @param logins log-ins of customers
 * @param leftOut log-ins that are no customer's, by the reason
 * @param unread lines in no known form, and such that look like log-ins but can not be read, by what kind they are
 * @param lost lines that a machine's own logger says it threw away
 */
public record SourceReport(
        String name,
        long lines,
        Map<String, Long> dialects,
        long logins,
        Map<Judgement.Reason, Long> leftOut,
        Map<String, Samples.Kind> unread,
        long lost) {
    /** Of all kinds. */
    public long unreadLines() {
        return unread.values().stream().mapToLong(Samples.Kind::count).sum();
    }
}
