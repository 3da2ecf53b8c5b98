package org.postlotse.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Failed attempts in memory, as they are handed over. */
public final class MemoryFailures implements FailedAttempts {
    final List<FailedAttempt> kept = new ArrayList<>();

    public List<FailedAttempt> kept() {
        return List.copyOf(kept);
    }

    @Override
    public void keep(Collection<FailedAttempt> attempts) {
        kept.addAll(attempts);
    }

    @Override
    public List<FailedAttempt> from(String address, Instant since) {
        return kept.stream()
                .filter(attempt ->
                        attempt.address().equals(address) && attempt.time().isAfter(since))
                .toList();
    }

    @Override
    public void expire() {
        kept.clear();
    }
}
