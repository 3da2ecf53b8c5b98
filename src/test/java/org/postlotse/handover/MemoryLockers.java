package org.postlotse.handover;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Lockers that end with the test. */
final class MemoryLockers implements Lockers {
    private record Locker(String text, Instant until) {}

    private record Attempt(String network, Instant at) {}

    private final Map<String, Locker> lockers = new HashMap<>();
    private final Map<UUID, Attempt> attempts = new HashMap<>();

    @Override
    public boolean put(String digest, String text, Instant until) {
        return lockers.putIfAbsent(digest, new Locker(text, until)) == null;
    }

    @Override
    public Optional<String> take(String digest, Instant now) {
        return Optional.ofNullable(lockers.get(digest))
                .filter(locker -> locker.until().isAfter(now))
                .map(locker -> {
                    lockers.remove(digest);
                    return locker.text();
                });
    }

    @Override
    public void note(UUID attempt, String network, Instant at) {
        attempts.put(attempt, new Attempt(network, at));
    }

    @Override
    public void withdraw(UUID attempt) {
        attempts.remove(attempt);
    }

    @Override
    public Tally count(String network, Instant after) {
        var counted = attempts.values().stream()
                .filter(attempt -> attempt.at().isAfter(after))
                .toList();
        return new Tally(
                counted.stream()
                        .filter(attempt -> attempt.network().equals(network))
                        .count(),
                counted.size());
    }

    @Override
    public void forget(Instant now, Instant attemptsBefore) {
        lockers.values().removeIf(locker -> !locker.until().isAfter(now));
        attempts.values().removeIf(attempt -> !attempt.at().isAfter(attemptsBefore));
    }

    @Override
    public String toString() {
        return lockers + " " + attempts;
    }
}
