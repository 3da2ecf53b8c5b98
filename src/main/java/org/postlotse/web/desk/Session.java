package org.postlotse.web.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * That somebody logged in.
 *
 * @param name of the operator
 * @param version of what was known of the operator then
 * @param began when
 * @param seen the last time, as far as the cookie knows
 */
record Session(String name, String version, Instant began, Instant seen) {
    String written() {
        return String.join("\n", name, version, began.getEpochSecond() + "", seen.getEpochSecond() + "");
    }

    static Optional<Session> read(String written) {
        var lines = written.split("\n", -1);
        if (lines.length != 4) return Optional.empty();
        try {
            return Optional.of(new Session(lines[0], lines[1], instant(lines[2]), instant(lines[3])));
        } catch (NumberFormatException | DateTimeException forged) {
            return Optional.empty();
        }
    }

    Session seenAt(Instant now) {
        return new Session(name, version, began, now);
    }

    private static Instant instant(String seconds) {
        return Instant.ofEpochSecond(Long.parseLong(seconds));
    }
}
