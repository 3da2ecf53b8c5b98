package org.postlotse.catalogue;

/**
 * Somewhere that knows which mail domains are the hoster's. Whoever asks the catalogue does not ask a source each time:
 * its replies are remembered for as long as they say.
 */
public interface DomainSource {
    /** As it is written in {@code postlotse.domain-sources}. */
    String id();

    /** Whether its settings are there. */
    boolean configured();

    /** What it says now; waits for it, but never long, and never fails. */
    DomainReply ask(Domain domain);
}
