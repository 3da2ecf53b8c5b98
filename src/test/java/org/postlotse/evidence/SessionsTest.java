package org.postlotse.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The newest log-ins are found by their sessions, each once. */
class SessionsTest {
    private static final int MANY = 100_000;
    private static final int NEWEST = 2_000;

    private final Sessions sessions = new Sessions();

    @Test
    void a_log_in_is_found_once() {
        sessions.put(login(1, "Hk3pO8mB"));

        assertThat(sessions.take("hk3pO8mB")).isNull();
        assertThat(sessions.take("Hk3pO8mB")).isEqualTo(login(1, "Hk3pO8mB"));
        assertThat(sessions.take("Hk3pO8mB")).isNull();
    }

    @Test
    void of_two_in_one_session_the_later_is_found_first() {
        sessions.put(login(1, "a"));
        sessions.put(login(2, "a"));

        assertThat(sessions.take("a")).isEqualTo(login(2, "a"));
    }

    @Test
    void sessions_whose_hashes_are_alike_are_two() {
        assertThat("Aa").hasSameHashCodeAs("BB");
        sessions.put(login(1, "Aa"));
        sessions.put(login(2, "BB"));

        assertThat(sessions.take("Aa")).isEqualTo(login(1, "Aa"));
        assertThat(sessions.take("BB")).isEqualTo(login(2, "BB"));
    }

    @Test
    void however_many_come_the_newest_are_known() {
        for (int i = 0; i < MANY; i++) sessions.put(login(i, "session" + i));

        var newest = IntStream.range(MANY - NEWEST, MANY)
                .filter(i -> login(i, "session" + i).equals(sessions.take("session" + i)));
        assertThat((double) newest.count()).isCloseTo(NEWEST, within(2.0));
        assertThat(sessions.take("session0")).isNull();
    }

    private static final Manner MANNER = new Manner(new Manner.Facts(
            LoginProtocol.IMAP, "anna", "", Endpoint.UNKNOWN, new Protection(Encryption.TLS, "", "", ""), ""));

    private static SeenLogin login(long position, String session) {
        return new SeenLogin(0, position, MANNER, 0, session);
    }
}
