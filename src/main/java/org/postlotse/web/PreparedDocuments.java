package org.postlotse.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.postlotse.document.Document;
import org.postlotse.document.DocumentFormat;
import org.postlotse.document.Inquiry;

/**
 * Documents that many programs ask for, ready to be sent. Looking one up waits for nothing, so it may be done on the
 * event loop. They are kept for a moment only: then a domain that the hoster has added or taken away is seen, too.
 */
@Singleton
final class PreparedDocuments {
    /** Not longer than the shortest time for which a source of domains is believed. */
    private static final Duration MOMENT = Duration.ofSeconds(10);
    /** Some 10 MB at most. Strangers who ask for thousands of domains once do not displace those asked for often. */
    private static final int MOST = 4_096;

    private final Cache<Asked, Kept> kept =
            Caffeine.newBuilder().maximumSize(MOST).build();
    private final Clock clock;

    @Inject
    PreparedDocuments(Clock clock) {
        this.clock = clock;
    }

    /**
     * A document that was written before.
     *
     * @param until when it may be sent unasked, milliseconds since 1970
     */
    private record Kept(Prepared prepared, long until) {}

    /**
     * What all have in common who get the same bytes.
     *
     * @param format the format's id
     * @param group as the format says
     */
    record Asked(String format, String host, String group) {}

    /** For whom the answer is the same; empty when it is one mailbox's. */
    static Optional<Asked> asked(DocumentFormat format, Inquiry inquiry) {
        return format.group(inquiry).map(group -> new Asked(format.id(), inquiry.host(), group));
    }

    Optional<Prepared> find(Asked asked) {
        var known = kept.getIfPresent(asked);
        return known == null || clock.millis() >= known.until() ? Optional.empty() : Optional.of(known.prepared());
    }

    /** What was written just now, to be sent to all who ask so in the next moment. */
    Prepared keep(Asked asked, Document document) {
        var prepared = Optional.ofNullable(kept.getIfPresent(asked))
                .map(Kept::prepared)
                .filter(known -> known.says(document)) // mostly: compressing is what takes long
                .orElseGet(() -> Prepared.of(document));
        kept.put(asked, new Kept(prepared, clock.millis() + MOMENT.toMillis()));
        return prepared;
    }
}
