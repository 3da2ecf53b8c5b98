package org.postlotse.document;

import java.time.Instant;
import java.util.List;

/**
 * How the key fares with which profiles are signed.
 *
 * @param subject whom its certificate names
 * @param expires when its certificate ends
 * @param daysLeft whole days until then, negative afterwards
 * @param complaints what operators should mend, one sentence each; empty when all is well
 */
public record SigningState(String subject, Instant expires, long daysLeft, List<String> complaints) {
    public SigningState {
        complaints = List.copyOf(complaints);
    }

    public boolean well() {
        return complaints.isEmpty();
    }
}
