package org.postlotse.probe;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.postlotse.catalogue.Server;
import org.postlotse.probe.Verdict.Puzzling;
import org.postlotse.probe.Verdict.TooManyAttempts;
import org.postlotse.probe.Verdict.Unwelcome;

/**
 * Leaves a server alone that turns us away, before its own defences ban this host for all customers. Three times in a
 * row is enough; when the pause is over one probe tries again.
 */
final class Tact {
    private static final int ENOUGH = 3;

    private final Duration pause;
    private final Clock clock;
    private final Map<Server, State> states = new ConcurrentHashMap<>();

    Tact(Duration pause, Clock clock) {
        this.pause = pause;
        this.clock = clock;
    }

    /**
     * How a server has treated us of late.
     *
     * @param refusals in a row
     * @param until when it may be asked again
     */
    private record State(int refusals, Instant until) {}

    /** Ends with a verdict where the server is to be left alone. */
    void mayAsk(Server server) throws EarlyVerdict {
        var now = clock.instant();
        var before = Optional.ofNullable(states.get(server)).filter(state -> state.refusals() >= ENOUGH);
        if (before.isEmpty()) return;
        // whoever moves the end first is the one that tries; all others wait for what it finds
        boolean first = !now.isBefore(before.get().until())
                && states.replace(server, before.get(), new State(ENOUGH, now.plus(pause)));
        if (!first) throw new EarlyVerdict(new Unwelcome(until(server, now)));
    }

    /** Notes how a probe ended. */
    void note(Server server, Verdict verdict, Stage stage, boolean toldOrigin) {
        if (turnsUsAway(verdict, stage, toldOrigin))
            states.merge(server, refused(0), (old, one) -> refused(old.refusals()));
        else if (stage == Stage.LOGIN) states.remove(server);
    }

    /**
     * Whether it was us whom it did not want. Before the login it does not know the customer. At the login, SMTP counts
     * by address (Postfix's anvil) and that is ours, unless the customer's was told; IMAP and POP3 count by user.
     */
    private boolean turnsUsAway(Verdict verdict, Stage stage, boolean toldOrigin) {
        return switch (stage) {
            case RESOLVE, CONNECT, STARTTLS, HANDSHAKE -> false;
            case GREETING, CAPABILITY -> verdict instanceof TooManyAttempts || verdict instanceof Puzzling;
            case LOGIN -> verdict instanceof TooManyAttempts && !toldOrigin;
        };
    }

    private State refused(int before) {
        return new State(before + 1, clock.instant().plus(pause));
    }

    private Instant until(Server server, Instant now) {
        return Optional.ofNullable(states.get(server)).map(State::until).orElse(now);
    }
}
