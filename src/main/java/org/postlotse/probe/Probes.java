package org.postlotse.probe;

import jakarta.inject.Singleton;
import org.postlotse.catalogue.Offer;

/** Asks all servers of an offer at once whether a login works. */
@Singleton
public final class Probes {
    /** What the servers said; it takes no longer than the configured deadline. Does not close the secret. */
    public Diagnosis ask(Offer offer, Credentials credentials) {
        throw new UnsupportedOperationException(offer + " " + credentials);
    }
}
