package org.postlotse.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class OwnedByMxTest {
    private static final Domain CUSTOMER = new Domain("customer.test");
    private static final Host OURS = new Host("mx.example.test");

    private final List<Domain> asked = new ArrayList<>();
    private Instant now = Instant.parse("2024-06-01T10:00:00Z");

    @Test
    void an_answer_is_remembered_for_a_while() {
        var owned = owned(domain -> Set.of(OURS));

        assertThat(owned.test(CUSTOMER)).isTrue();
        assertThat(owned.test(CUSTOMER)).isTrue();
        assertThat(asked).hasSize(1);

        now = now.plus(Duration.ofHours(1));
        assertThat(owned.test(CUSTOMER)).isTrue();
        assertThat(asked).hasSize(2);
    }

    @Test
    void a_no_is_remembered_less_long() {
        var owned = owned(domain -> Set.of(new Host("mx.other.test")));

        assertThat(owned.test(CUSTOMER)).isFalse();
        now = now.plus(Duration.ofMinutes(9));
        assertThat(owned.test(CUSTOMER)).isFalse();
        assertThat(asked).hasSize(1);
        now = now.plus(Duration.ofMinutes(2));
        assertThat(owned.test(CUSTOMER)).isFalse();
        assertThat(asked).hasSize(2);
    }

    @Test
    void silence_is_a_no_that_is_soon_asked_again() {
        var owned = owned(domain -> {
            throw new TimeoutException();
        });

        assertThat(owned.test(CUSTOMER)).isFalse();
        now = now.plus(Duration.ofSeconds(31));
        assertThat(owned.test(CUSTOMER)).isFalse();
        assertThat(asked).hasSize(2);
    }

    @Test
    void without_exchangers_of_our_own_nobody_is_asked() {
        var owned = new OwnedByMx(Set.of(), this::never, Clock.systemUTC());

        assertThat(owned.test(CUSTOMER)).isFalse();
        assertThat(asked).isEmpty();
    }

    private Set<Host> never(Domain domain) {
        asked.add(domain);
        return Set.of();
    }

    private OwnedByMx owned(MailExchangers dns) {
        InstantSource source = () -> now;
        return new OwnedByMx(
                Set.of(OURS),
                domain -> {
                    asked.add(domain);
                    return dns.of(domain);
                },
                source.withZone(ZoneOffset.UTC));
    }
}
