package org.postlotse.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postlotse.handover.Handovers.Claim;

class HandoversTest {
    private static final String TEXT = "/de/s/sealed/step/3";
    private static final InetAddress HOME = InetAddress.ofLiteral("203.0.113.7");
    private static final InetAddress NEIGHBOUR = InetAddress.ofLiteral("203.0.113.8");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2024-06-01T12:00:00Z"));
    private final InstantSource source = now::get;
    private final MemoryLockers lockers = new MemoryLockers();
    private final Clock clock = source.withZone(ZoneOffset.UTC);
    private final Handovers handovers = new Handovers(lockers, clock);

    @Test
    void a_text_is_given_for_its_code_once() {
        var code = handovers.leave(TEXT);

        assertThat(handovers.claim(code, HOME)).isEqualTo(new Claim.Found(TEXT));
        assertThat(handovers.claim(code, HOME)).isEqualTo(new Claim.Unknown());
    }

    @Test
    void a_code_ends_after_half_an_hour() {
        var inTime = handovers.leave(TEXT);
        var late = handovers.leave(TEXT);

        pass(Handovers.LIFE.minusMillis(1));
        assertThat(handovers.claim(inTime, HOME)).isInstanceOf(Claim.Found.class);
        pass(Duration.ofMillis(1));
        assertThat(handovers.claim(late, HOME)).isInstanceOf(Claim.Unknown.class);
    }

    @Test
    void whoever_guesses_from_one_network_is_stopped_and_others_are_not() {
        var code = handovers.leave(TEXT);
        for (int i = 0; i < Guesses.MOST_OF_A_NETWORK; i++)
            assertThat(handovers.claim(wrong(i), HOME)).isInstanceOf(Claim.Unknown.class);

        assertThat(handovers.claim(code, HOME)).isEqualTo(new Claim.Later(Handovers.LIFE));
        assertThat(handovers.claim(code, NEIGHBOUR)).isEqualTo(new Claim.Found(TEXT));
        pass(Handovers.LIFE);
        assertThat(handovers.claim(wrong(1), HOME)).isInstanceOf(Claim.Unknown.class);
    }

    @Test
    void addresses_of_one_IPv6_line_count_together() {
        for (int i = 0; i < Guesses.MOST_OF_A_NETWORK; i++)
            handovers.claim(wrong(i), InetAddress.ofLiteral("2001:db8:1:2::" + Integer.toHexString(i + 1)));

        assertThat(handovers.claim(wrong(99), InetAddress.ofLiteral("2001:db8:1:2:ffff::1")))
                .isInstanceOf(Claim.Later.class);
        assertThat(handovers.claim(wrong(99), InetAddress.ofLiteral("2001:db8:1:3::1")))
                .isInstanceOf(Claim.Unknown.class);
    }

    @Test
    void many_networks_together_are_stopped_as_well() {
        for (int i = 0; i < Guesses.MOST_OF_ALL; i++)
            handovers.claim(wrong(i), InetAddress.ofLiteral("198.51." + i / 256 + "." + i % 256));

        assertThat(handovers.claim(wrong(1), HOME)).isInstanceOf(Claim.Later.class);
    }

    @Test
    void right_codes_are_no_guesses() {
        for (int i = 0; i < 3 * Guesses.MOST_OF_A_NETWORK; i++)
            assertThat(handovers.claim(handovers.leave(TEXT), HOME)).isInstanceOf(Claim.Found.class);
    }

    @Test
    void nobody_can_read_a_code_where_texts_are_kept() {
        var code = handovers.leave(TEXT);

        assertThat(lockers.toString()).doesNotContain(code.letters());
    }

    @Test
    void codes_differ_and_have_no_letters_that_look_alike() {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 1_000; i++) codes.add(handovers.leave(TEXT).letters());

        assertThat(codes).hasSize(1_000).allMatch(code -> code.matches("[2-9A-HJKMNP-TV-Z]{6}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7F4-2QM", "7f42qm", " 7F4 2QM ", "7F4\u20132QM", "7F4.2QM", "7F4\u00a02qm"})
    void a_code_is_read_however_it_is_typed(String typed) {
        assertThat(Code.read(typed)).contains(new Code("7F42QM"));
        assertThat(new Code("7F42QM").display()).isEqualTo("7F4-2QM");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7F42Q", "7F42QM7", "7F42Q0", "7F42QI", "7F42Q\u00df", "' or 1", "\u0000F42QM"})
    void what_is_no_code_is_none(String typed) {
        assertThat(Code.read(typed)).isEmpty();
    }

    @Test
    void a_text_that_is_too_long_is_refused() {
        assertThatThrownBy(() -> handovers.leave("x".repeat(Handovers.LONGEST + 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    /** One of many codes; that a fresh one is the same has a chance of one in hundreds of millions. */
    private static Code wrong(int number) {
        var letters = new StringBuilder();
        for (int i = 0, rest = number; i < Code.LENGTH; i++, rest /= Code.ALPHABET.length())
            letters.append(Code.ALPHABET.charAt(rest % Code.ALPHABET.length()));
        return new Code(letters.toString());
    }
}
