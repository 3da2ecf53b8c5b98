package org.postlotse.evidence;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A successful log-in that a log tells of.
 *
 * @param micros when, in microseconds since 1970, UTC
 * @param position where its line stands in its source
 * @param manner whose and how
 * @param port the client's; 0 where the log does not tell
 * @param session joins it with later lines; may be empty
 */
public record SeenLogin(long micros, long position, Manner manner, int port, String session) {
    /** One that a line tells of which names no session. */
    public SeenLogin(Entry entry, Manner manner, int port) {
        this(entry, manner, port, "");
    }

    public SeenLogin(Entry entry, Manner manner, int port, String session) {
        this(entry.micros(), entry.position(), manner, port, session);
    }

    /** The same log-in, once more is known of it. */
    public SeenLogin in(Manner other) {
        return new SeenLogin(micros, position, other, port, session);
    }

    public Instant time() {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    public LoginProtocol service() {
        return manner.facts().service();
    }

    public String user() {
        return manner.facts().user();
    }

    public Endpoint client() {
        return new Endpoint(manner.facts().from(), port);
    }

    public Endpoint server() {
        return manner.facts().server();
    }

    public Protection protection() {
        return manner.facts().protection();
    }

    public String serverName() {
        return manner.facts().serverName();
    }
}
