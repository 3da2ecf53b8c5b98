package org.postlotse.evidence;

import java.time.Clock;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Opens a line's envelope and tells who wrote it when. Every kind is recognised by its first bytes, line by line: one file
 * may hold several.
 *
 * <ul>
 *   <li>{@code Nov 23 08:26:27 host program[1]: …} (RFC 3164), also with a priority before it
 *   <li>{@code 2026-11-23T08:26:27.718231+00:00 host program[1]: …} (rsyslog, journald's short-iso)
 *   <li>{@code <22>1 2026-11-23T08:26:27Z host program 1 - - …} (RFC 5424)
 *   <li>{@code Nov 23 08:26:27 imap-login: Info: …}, with either stamp: Dovecot's own file
 *   <li>{@code 2026-11-23 08:26:27.5 [1] …}: Exim's main log
 *   <li>{@code {"…"}}: JSON of journald, rsyslog, Docker, syslog-ng
 * </ul>
 */
final class Envelope {
    private static final int SHORTEST = 20;

    private static final long COLON = Octets.all(':');
    private static final long BRACKET = Octets.all('[');
    private static final long SPACE = Octets.all(' ');

    private final Stamps stamps;
    private final JsonEnvelope json;
    private final Tags tags = new Tags();

    Envelope(ZoneId zone, Clock clock) {
        this.stamps = new Stamps(zone, clock);
        this.json = new JsonEnvelope(this, stamps, tags);
    }

    /**
     * Fills the entry from a line without its end.
     *
     * @return who wrote it; null when no envelope is known for it
     */
    @Nullable
    Tag open(byte[] line, int from, int to, Entry entry) {
        if (to > from && line[to - 1] == '\r') to--;
        if (to - from < SHORTEST) return null;
        return switch (line[from]) {
            case '{' -> json.open(line, from, to, entry);
            case '<' -> prioritised(line, from, to, entry);
            default -> stamped(line, from, to, entry);
        };
    }

    /** RFC 5424 §6.2.1 and RFC 3164 §4.1.1. */
    private @Nullable Tag prioritised(byte[] line, int from, int to, Entry entry) {
        int close = from + 1;
        while (close < to && close <= from + 4 && line[close] != '>') close++;
        if (close >= to || line[close] != '>') return null;
        if (close + 2 < to && line[close + 1] == '1' && line[close + 2] == ' ')
            return structured(line, close + 3, to, entry);
        return to - close > SHORTEST ? stamped(line, close + 1, to, entry) : null;
    }

    private @Nullable Tag structured(byte[] line, int from, int to, Entry entry) {
        entry.micros = stamps.withYear(line, from, to);
        if (entry.micros == Stamps.WRONG) return null;
        int host = word(line, stamps.end() + 1, to);
        host(entry, stamps.end() + 1, host);
        int program = word(line, host + 1, to);
        entry.programFrom = host + 1;
        entry.programTo = program;
        int process = word(line, program + 1, to);
        int id = word(line, process + 1, to);
        int message = behindStructuredData(line, id + 1, to);
        if (message < 0) return null;
        message(entry, line, message, to);
        entry.pid = Math.max(0, entry.number(program + 1, process));
        entry.origin = Entry.Origin.SYSLOG;
        return tags.of(entry);
    }

    /** RFC 5424 §6.3: a dash, or elements in brackets in which quoted values may hold anything. */
    private static int behindStructuredData(byte[] line, int from, int to) {
        if (from >= to) return -1;
        if (line[from] == '-') return from + 1;
        boolean quoted = false;
        for (int i = from; i < to; i++) {
            if (line[i] == '\\') i++;
            else if (line[i] == '"') quoted = !quoted;
            else if (line[i] == ']' && !quoted && (i + 1 == to || line[i + 1] != '[')) return i + 1;
        }
        return -1;
    }

    private @Nullable Tag stamped(byte[] line, int from, int to, Entry entry) {
        boolean year = line[from] >= '0' && line[from] <= '9';
        entry.micros = year ? stamps.withYear(line, from, to) : stamps.withoutYear(line, from);
        if (entry.micros == Stamps.WRONG) return null;
        int rest = year ? stamps.end() : from + 15;
        if (rest >= to || line[rest] != ' ') return null;
        return year && line[from + 10] == ' ' ? exim(line, rest + 1, to, entry) : named(line, rest + 1, to, entry);
    }

    private Tag exim(byte[] line, int from, int to, Entry entry) {
        int message = from;
        entry.pid = 0;
        if (message < to && line[message] == '[') {
            int close = message;
            while (close < to && line[close] != ']') close++;
            entry.pid = Math.max(0, Octets.number(line, message + 1, close));
            message = close + 1;
        }
        host(entry, from, from);
        entry.programFrom = entry.programTo = from;
        message(entry, line, message, to);
        entry.origin = Entry.Origin.EXIM_FILE;
        return tags.of(entry);
    }

    /** {@code host program[1]: …}, or Dovecot's {@code imap-login: …} and {@code imap(user)<1><…>: …}. */
    @Nullable
    Tag named(byte[] line, int from, int to, Entry entry) {
        var tag = tags.guess(line, from, to);
        if (tag != null) {
            host(entry, from, from + tag.host());
            entry.programFrom = entry.hostTo + 1;
            entry.programTo = from + tag.length();
            behindTag(line, to, entry);
            return tag;
        }
        int host = word(line, from, to);
        if (host >= to && line[to - 1] != ':') return null;
        if (line[host - 1] == ':' || holds(line, from, host, '(')) {
            host(entry, from, from);
            entry.programFrom = entry.programTo = from;
            entry.pid = 0;
            message(entry, line, from, to);
            entry.origin = Entry.Origin.DOVECOT_FILE;
            return tags.of(entry);
        }
        host(entry, from, host);
        return tagged(line, host + 1, to, entry);
    }

    /** {@code program[1]: …}. */
    private @Nullable Tag tagged(byte[] line, int from, int to, Entry entry) {
        entry.programFrom = from;
        entry.programTo = Octets.nextOf(line, COLON, BRACKET, SPACE, from, to);
        behindTag(line, to, entry);
        return entry.programTo > from ? tags.remember(entry) : null;
    }

    private static void behindTag(byte[] line, int to, Entry entry) {
        int i = entry.programTo;
        entry.pid = 0;
        if (i < to && line[i] == '[') {
            int digits = i + 1;
            i = Octets.near(line, (byte) ']', digits, to);
            entry.pid = Math.max(0, Octets.number(line, digits, i));
            i++;
        }
        if (i < to && line[i] == ':') i++;
        message(entry, line, Math.min(i, to), to);
        if (entry.origin != Entry.Origin.SYSLOG) entry.origin = Entry.Origin.SYSLOG;
    }

    private static void host(Entry entry, int from, int to) {
        entry.hostFrom = from;
        entry.hostTo = to;
    }

    static void message(Entry entry, byte[] line, int from, int to) {
        if (entry.bytes != line) entry.bytes = line; // a collector of garbage makes each such note dear
        while (from < to && line[from] == ' ') from++;
        entry.messageFrom = from;
        entry.messageTo = to;
    }

    private static int word(byte[] line, int from, int to) {
        return Octets.next(line, (byte) ' ', Math.min(from, to), to);
    }

    private static boolean holds(byte[] line, int from, int to, char wanted) {
        for (int i = from; i < to; i++) if (line[i] == wanted) return true;
        return false;
    }
}
