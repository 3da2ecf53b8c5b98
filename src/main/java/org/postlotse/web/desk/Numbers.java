package org.postlotse.web.desk;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Spells numbers as the reader's language does, and moments as those who read logs do: {@code 2026-11-29 07:14}. */
record Numbers(Locale language, ZoneId zone) {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final long WHOLE = 100;

    String of(long number) {
        return NumberFormat.getIntegerInstance(language).format(number);
    }

    /** A part of a whole in per cent, without the sign; 0 of nothing. */
    String percent(long part, long whole) {
        return of(whole == 0 ? 0 : Math.round((double) part * WHOLE / whole));
    }

    /** A day in a sentence: {@code 20. September 2024}. */
    String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language)
                .format(day);
    }

    String moment(Instant moment) {
        return MOMENT.format(moment.atZone(zone));
    }
}
