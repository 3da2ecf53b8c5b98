package org.postlotse.evidence;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Reads time stamps without garbage. Stamps without a zone are in the zone of the logs' machines; stamps without a year are
 * of the newest year that does not make them later than tomorrow.
 */
final class Stamps {
    static final long WRONG = Long.MIN_VALUE;
    private static final int DAY = 86_400;
    private static final int LINES_A_READING = 1_000;
    private static final byte[] MONTHS = Ascii.of("JanFebMarAprMayJunJulAugSepOctNovDec");

    private final ZoneId zone;
    private final Clock clock;
    private int fresh;
    private long latestLocal;
    private int latestYear;
    private int knownDate;
    private long knownMidnight = WRONG;
    private long knownHour = Long.MIN_VALUE;
    private int offset;
    /** Lines of one second stand side by side: its stamp is read once. */
    private long recentHead;

    private long recentTail;
    private long recentMicros = WRONG;
    private long readHead;
    private long readMiddle;
    private long readTail;
    private long readLocal = WRONG;

    Stamps(ZoneId zone, Clock clock) {
        this.zone = zone;
        this.clock = clock;
    }

    /** {@code Nov 23 08:26:27} or {@code Nov  3 …} (RFC 3164 §4.1.2), in microseconds; {@link #WRONG} when it is none. */
    long withoutYear(byte[] line, int at) {
        if (--fresh < 0) refresh();
        long head = Octets.eight(line, at);
        long tail = Octets.eight(line, at + 7);
        if (head == recentHead && tail == recentTail && recentMicros != WRONG) return recentMicros;
        recentMicros = readWithoutYear(line, at);
        recentHead = head;
        recentTail = tail;
        return recentMicros;
    }

    private long readWithoutYear(byte[] line, int at) {
        int month = month(line, at);
        int day = line[at + 4] == ' ' ? digit(line[at + 5]) : two(line, at + 4);
        int second = time(line, at + 7);
        if (month < 0 || day < 1 || day > 31 || second < 0) return WRONG;
        int key = month * 32 + day;
        if (key != knownDate || knownMidnight + second > latestLocal) {
            knownMidnight = midnight(month, day, second);
            knownDate = key;
        }
        return knownMidnight == WRONG ? WRONG : utc(knownMidnight + second) * 1_000_000;
    }

    /** Midnight of the newest year that keeps the moment from being later than tomorrow. */
    private long midnight(int month, int day, int second) {
        for (int year = latestYear; year > latestYear - 9; year--) {
            if (day > length(year, month)) continue; // 29 February
            long midnight = days(year, month, day) * DAY;
            if (midnight + second <= latestLocal) return midnight;
        }
        return WRONG;
    }

    /** The clock is read once for many lines. */
    private void refresh() {
        fresh = LINES_A_READING;
        long latest = Math.floorDiv(clock.millis(), 1000L) + DAY;
        latestLocal = latest
                + zone.getRules().getOffset(Instant.ofEpochSecond(latest)).getTotalSeconds();
        latestYear = LocalDateTime.ofEpochSecond(latestLocal, 0, ZoneOffset.UTC).getYear();
        knownDate = 0;
        recentMicros = WRONG;
    }

    /** {@code 2026-11-23T08:26:27}, with a {@code T} or a blank; what follows is read by {@link #end()} and zone below. */
    long withYear(byte[] line, int at, int to) {
        if (to - at < 19 || line[at + 4] != '-' || line[at + 7] != '-') return WRONG;
        long local = local(line, at);
        if (local == WRONG) return WRONG;
        end = at + 19;
        long micros = fraction(line, to);
        if (line[at + 10] == ' ' && isZoneBehindBlank(line, to)) end++;
        return (zone(line, to, local)) * 1_000_000 + micros;
    }

    private long local(byte[] line, int at) {
        long head = Octets.eight(line, at);
        long middle = Octets.eight(line, at + 8);
        long tail = Octets.eight(line, at + 11);
        if (head == readHead && middle == readMiddle && tail == readTail && readLocal != WRONG) return readLocal;
        readLocal = readLocal(line, at);
        readHead = head;
        readMiddle = middle;
        readTail = tail;
        return readLocal;
    }

    private static long readLocal(byte[] line, int at) {
        int year = two(line, at) * 100 + two(line, at + 2);
        int month = two(line, at + 5);
        int day = two(line, at + 8);
        int second = time(line, at + 11);
        if (year < 1970 || month < 1 || month > 12 || day < 1 || day > length(year, month) || second < 0) return WRONG;
        return days(year, month, day) * DAY + second;
    }

    /** Behind the last byte of the stamp that was read last. */
    int end() {
        return end;
    }

    private int end;

    private long fraction(byte[] line, int to) {
        if (end >= to || line[end] != '.' && line[end] != ',') return 0;
        long micros = 0;
        int digits = 0;
        for (end++; end < to && digit(line[end]) >= 0; end++) if (digits++ < 6) micros = micros * 10 + digit(line[end]);
        for (; digits < 6; digits++) micros *= 10;
        return micros;
    }

    /** {@code 2026-11-23 08:26:18.804 +0100 …}: Exim's {@code log_timezone}. */
    private boolean isZoneBehindBlank(byte[] line, int to) {
        return end + 6 < to
                && line[end] == ' '
                && (line[end + 1] == '+' || line[end + 1] == '-')
                && line[end + 6] == ' '
                && two(line, end + 2) >= 0
                && two(line, end + 4) >= 0;
    }

    private long zone(byte[] line, int to, long local) {
        if (end < to && line[end] == 'Z') {
            end++;
            return local;
        }
        if (end + 5 > to || line[end] != '+' && line[end] != '-') return utc(local);
        int sign = line[end] == '-' ? -1 : 1;
        int hours = two(line, end + 1);
        int minutesAt = line[end + 3] == ':' ? end + 4 : end + 3;
        if (minutesAt + 2 > to) return utc(local);
        int minutes = two(line, minutesAt);
        if (hours < 0 || minutes < 0) return utc(local);
        end = minutesAt + 2;
        return local - sign * (hours * 3600L + minutes * 60L);
    }

    private long utc(long local) {
        return local - offsetAt(local);
    }

    /** The zone's offset at a local second, remembered for its hour; in the hour that occurs twice the first one. */
    private int offsetAt(long local) {
        long hour = Math.floorDiv(local, 3600L);
        if (hour != knownHour) {
            offset = zone.getRules()
                    .getOffset(LocalDateTime.ofEpochSecond(local, 0, ZoneOffset.UTC))
                    .getTotalSeconds();
            knownHour = hour;
        }
        return offset;
    }

    private static int time(byte[] line, int at) {
        int hours = two(line, at);
        int minutes = two(line, at + 3);
        int seconds = two(line, at + 6);
        boolean good = line[at + 2] == ':' && line[at + 5] == ':' && hours >= 0 && hours < 24;
        return good && minutes >= 0 && minutes < 60 && seconds >= 0 && seconds <= 60
                ? hours * 3600 + minutes * 60 + seconds
                : -1;
    }

    private static int month(byte[] line, int at) {
        for (int month = 0; month < 12; month++)
            if (line[at] == MONTHS[month * 3]
                    && line[at + 1] == MONTHS[month * 3 + 1]
                    && line[at + 2] == MONTHS[month * 3 + 2]) return month + 1;
        return -1;
    }

    private static int length(int year, int month) {
        return switch (month) {
            case 4, 6, 9, 11 -> 30;
            case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
            default -> 31;
        };
    }

    /** Days since 1970: years begin in March, so that the leap day is the last of its year. */
    private static long days(int year, int month, int day) {
        long shifted = month <= 2 ? year - 1L : year;
        long century = Math.floorDiv(shifted, 400L);
        long ofCentury = shifted - century * 400;
        long ofYear = (153L * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        return century * 146_097 + ofCentury * 365 + ofCentury / 4 - ofCentury / 100 + ofYear - 719_468;
    }

    private static int two(byte[] line, int at) {
        int tens = digit(line[at]);
        int ones = digit(line[at + 1]);
        return tens < 0 || ones < 0 ? -1000 : tens * 10 + ones;
    }

    private static int digit(byte b) {
        int digit = b - '0';
        return digit < 0 || digit > 9 ? -1 : digit;
    }
}
