package org.postlotse.web.wizard;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import org.postlotse.web.Frame;
import org.postlotse.web.Texts;

/** Spells dates and times for the reader of a page, in the hoster's zone. */
record When(Texts texts, Frame frame, ZoneId zone) {
    String date(TemporalAccessor day) {
        return spelt("format.date", day);
    }

    String date(Instant moment) {
        return date(moment.atZone(zone));
    }

    String time(Instant moment) {
        return spelt("format.time", moment.atZone(zone));
    }

    private String spelt(String pattern, TemporalAccessor value) {
        return DateTimeFormatter.ofPattern(texts.get(frame, pattern), frame.language())
                .format(value);
    }
}
