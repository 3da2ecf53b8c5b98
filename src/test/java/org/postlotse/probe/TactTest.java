package org.postlotse.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.postlotse.support.Step.say;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postlotse.catalogue.Protocol;
import org.postlotse.catalogue.Server;
import org.postlotse.probe.Play.Moment;
import org.postlotse.probe.Verdict.Puzzling;
import org.postlotse.probe.Verdict.TemporarilyDown;
import org.postlotse.probe.Verdict.TooManyAttempts;
import org.postlotse.probe.Verdict.Unwelcome;
import org.postlotse.probe.Verdict.Working;
import org.postlotse.support.ScriptedServer;

/** A server that turns us away is left alone for a while. */
class TactTest {
    private static final Server SMTP = Bench.server(Protocol.SMTP);
    private static final Server IMAP = Bench.server(Protocol.IMAP);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final HandClock clock = new HandClock(NOW);
    private final Tact tact = new Tact(PAUSE, clock);

    @Test
    void leaves_alone_after_the_third_refusal_in_a_row() {
        turnAway(2);
        assertThatCode(() -> tact.mayAsk(SMTP)).doesNotThrowAnyException();
        turnAway(1);

        assertThat(verdict()).isEqualTo(new Unwelcome(NOW.plus(PAUSE)));
        assertThatCode(() -> tact.mayAsk(IMAP)).doesNotThrowAnyException();
    }

    @Test
    void forgets_refusals_when_somebody_was_heard() {
        turnAway(2);
        tact.note(SMTP, new Working(), Stage.LOGIN, false);
        turnAway(2);

        assertThatCode(() -> tact.mayAsk(SMTP)).doesNotThrowAnyException();
    }

    @Test
    void lets_one_try_when_the_pause_is_over_and_the_others_when_it_was_heard() {
        turnAway(3);
        clock.forward(PAUSE);

        assertThatCode(() -> tact.mayAsk(SMTP)).doesNotThrowAnyException();
        assertThat(verdict()).isEqualTo(new Unwelcome(NOW.plus(PAUSE).plus(PAUSE)));
        tact.note(SMTP, new Working(), Stage.LOGIN, false);
        assertThatCode(() -> tact.mayAsk(SMTP)).doesNotThrowAnyException();
    }

    @Test
    void waits_once_more_when_that_one_is_turned_away_too() throws EarlyVerdict {
        turnAway(3);
        clock.forward(PAUSE);
        tact.mayAsk(SMTP);
        turnAway(1);

        assertThat(verdict()).isEqualTo(new Unwelcome(NOW.plus(PAUSE).plus(PAUSE)));
    }

    @ParameterizedTest(name = "{0} {1} told {2} → {3}")
    @CsvSource({
        "GREETING, too-many, false, true",
        "GREETING, puzzling, false, true", // 554 you are not welcome
        "CAPABILITY, too-many, true, true",
        "GREETING, down, false, false", // says of itself that it is ill
        "LOGIN, too-many, false, true",
        "LOGIN, too-many, true, false", // the customer's own address was refused
        "LOGIN, puzzling, false, false", // the mailbox, not us
    })
    void knows_whom_a_refusal_meant(Stage stage, String verdict, boolean told, boolean us) {
        var words = switch (verdict) {
            case "too-many" -> new TooManyAttempts();
            case "puzzling" -> new Puzzling();
            default -> new TemporarilyDown();
        };
        for (int i = 0; i < 3; i++) tact.note(SMTP, words, stage, told);

        if (us) assertThat(verdict()).isInstanceOf(Unwelcome.class);
        else assertThatCode(() -> tact.mayAsk(SMTP)).doesNotThrowAnyException();
    }

    @Test
    void really_asks_no_more() {
        var bench = new Bench();
        var play = Play.of(Protocol.SMTP);
        var restraint = new Restraint(new Places(9, 9), tact, new Pace(Duration.ZERO, clock, new Random(1)), Set.of());
        try (var server = ScriptedServer.playing(
                bench.goodTls, play.spoilt(Moment.GREETING, say("554 5.7.1 your address is blocked")))) {
            for (int i = 0; i < 3; i++)
                assertThat(bench.ask(restraint, Bench.server(play, server.port())))
                        .isInstanceOf(Puzzling.class);
            assertThat(bench.ask(restraint, Bench.server(play, server.port()))).isInstanceOf(Unwelcome.class);
            assertThat(server.connections()).isEqualTo(3);
        }
    }

    private void turnAway(int times) {
        for (int i = 0; i < times; i++) tact.note(SMTP, new TooManyAttempts(), Stage.GREETING, false);
    }

    private Verdict verdict() {
        return catchThrowableOfType(EarlyVerdict.class, () -> tact.mayAsk(SMTP)).verdict();
    }
}
