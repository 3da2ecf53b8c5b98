package org.postlotse.evidence;

/** Where the machine's own logger says that it threw lines away: what is in them nobody will ever know. */
final class LostLines {
    private static final byte[] RSYSLOG = Ascii.of("rsyslogd");
    private static final byte[] JOURNAL = Ascii.of("systemd-journal");
    private static final byte[] LIMIT = Ascii.of("rate-limiting");
    private static final byte[] SUPPRESSED = Ascii.of("Suppressed ");
    private static final byte[] MESSAGES = Ascii.of(" messages ");

    private LostLines() {}

    /**
     * How many lines were lost by what a line says; 0 for any other line.
     *
     * <ul>
     *   <li>{@code rsyslogd: imuxsock[pid 7]: 42 messages lost due to rate-limiting (200 allowed within 5 seconds)}
     *   <li>{@code systemd-journald[7]: Suppressed 42 messages from dovecot.service}
     * </ul>
     */
    static int in(Entry entry) {
        boolean journal = entry.programStartsWith(JOURNAL) && entry.has(entry.from(), SUPPRESSED);
        boolean rsyslog = entry.programStartsWith(RSYSLOG) && entry.find(LIMIT, entry.from(), entry.to()) >= 0;
        if (!journal && !rsyslog) return 0;
        int end = entry.find(MESSAGES, entry.from(), entry.to());
        int from = end;
        while (from > entry.from() && entry.at(from - 1) >= '0' && entry.at(from - 1) <= '9') from--;
        return Math.max(0, entry.number(from, end));
    }
}
