package org.postlotse.document;

import java.util.List;
import java.util.Optional;

/** One format in which mail programs read their settings. Adding one is adding one bean of this kind. */
public interface DocumentFormat {
    /** Short and stable, {@code mozilla-autoconfig}; people type it at the terminal. */
    String id();

    /** Where programs ask for it without anybody being logged in; none when the document is personal. */
    default List<Route> routes() {
        return List.of();
    }

    /** Answers a request that came on one of its {@link #routes()}. May ask DNS. Never fails on what was asked. */
    default Answer answer(Inquiry inquiry) {
        return new NotServed();
    }

    /**
     * A word for all who get the same bytes at the same host: their answer may be kept for a moment and given to each of
     * them. Empty when the answer is one mailbox's. Waits for nothing and asks nobody.
     */
    default Optional<String> group(Inquiry inquiry) {
        return inquiry.bare() ? Optional.of("") : Optional.empty();
    }

    /** The document for a mailbox that is known to be the hoster's, or why this format can not carry its settings. */
    Answer write(Mailbox mailbox);
}
