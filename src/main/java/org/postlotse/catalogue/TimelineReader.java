package org.postlotse.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postlotse.catalogue.CatalogueConfig.TimelineConfig;
import org.postlotse.catalogue.Timeline.Rehearsal;

/** Reads what was promised when. */
final class TimelineReader {
    private final Reading reading;
    private final String prefix;

    TimelineReader(Reading reading, String prefix) {
        this.reading = reading;
        this.prefix = prefix;
    }

    static boolean isBlank(TimelineConfig config) {
        return Reading.isBlank(config.announced())
                && Reading.isBlank(config.mailsFrom())
                && config.rehearsals().isEmpty();
    }

    Optional<Timeline> read(TimelineConfig config, Optional<String> written) {
        var announced =
                reading.optional(prefix + "timeline.announced", config.announced(), Written::date, Written.DATE);
        var mailsFrom =
                reading.optional(prefix + "timeline.mails-from", config.mailsFrom(), Written::date, Written.DATE);
        var rehearsals = rehearsals(config);
        return reading.required(prefix + "cut-off", written, Written::date, Written.DATE)
                .map(cutOff -> new Timeline(announced, mailsFrom, rehearsals, cutOff));
    }

    private List<Rehearsal> rehearsals(TimelineConfig config) {
        var rehearsals = new ArrayList<Rehearsal>();
        var written = config.rehearsals().orElse(List.of());
        for (int i = 0; i < written.size(); i++) {
            var key = prefix + "timeline.rehearsals[" + i + "]";
            var from = reading.required(key + ".from", written.get(i).from(), Written::moment, Written.MOMENT);
            var to = reading.required(key + ".to", written.get(i).to(), Written::moment, Written.MOMENT);
            if (from.isEmpty() || to.isEmpty()) continue;
            if (from.get().isBefore(to.get())
                    && from.get().toLocalDate().equals(to.get().toLocalDate()))
                rehearsals.add(new Rehearsal(from.get(), to.get()));
            else reading.fault(key + ".to", "must be later on the same day as from");
        }
        return rehearsals;
    }
}
