package org.postlotse.campaign;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The way of one letter. It is claimed in the database before it is sent, and what was claimed is never claimed again:
 * whoever is killed may lose the letter in flight, nobody gets one twice.
 */
@Singleton
class Delivery {
    private static final Set<CaseState> BECOME_WARNED =
            EnumSet.of(CaseState.OPEN, CaseState.RELAPSED, CaseState.MUTED, CaseState.REFUSED);

    private final Agenda agenda;
    private final Recipients recipients;
    private final Cases cases;
    private final Letters letters;
    private final Post post;
    private final Gate gate;
    private final CampaignSettings settings;
    private final Counters counters;
    private final Clock clock;

    @Inject
    Delivery(
            Agenda agenda,
            Recipients recipients,
            Cases cases,
            Letters letters,
            Post post,
            Gate gate,
            CampaignSettings settings,
            Counters counters,
            Clock clock) {
        this.agenda = agenda;
        this.recipients = recipients;
        this.cases = cases;
        this.letters = letters;
        this.post = post;
        this.gate = gate;
        this.settings = settings;
        this.counters = counters;
        this.clock = clock;
    }

    /** What came of it. */
    sealed interface Result {
        /** Sent, refused, or in the dark. */
        record Done(Post.Reply reply) implements Result {}

        /** Somebody else sent it, or it is not due any more. */
        record Spared() implements Result {}

        /** It was not begun. */
        record Held(Obstacle obstacle) implements Result {}
    }

    Result send(Decision.Send planned, Control.Wave wave) {
        var due = agenda.now(planned.mailbox(), wave);
        if (due.isEmpty() || !(due.get() instanceof Decision.Send send) || send.kind() != planned.kind())
            return new Result.Spared();
        var letter = letters.compose(send.mailbox(), send.cases(), send.kind(), send.round());
        if (letter.isEmpty()) return new Result.Spared();
        var written = letters.write(letter.get());
        var obstacle = gate.turn();
        if (obstacle.isPresent()) return new Result.Held(obstacle.get());
        var claim = new Recipients.Claim(send.mailbox(), send.kind(), send.round(), clock.instant());
        if (!recipients.claim(claim, settings.pause())) return new Result.Spared();
        var reply = post.send(letter.get(), written);
        counters.letter(letter.get(), reply);
        settle(send, claim, reply);
        return new Result.Done(reply);
    }

    private void settle(Decision.Send send, Recipients.Claim claim, Post.Reply reply) {
        var now = clock.instant();
        switch (reply) {
            case TAKEN -> {
                recipients.settle(claim, Recipients.Outcome.SENT, now);
                moveAll(send.cases(), BECOME_WARNED, CaseState.WARNED, now);
            }
            case REFUSED -> {
                recipients.settle(claim, Recipients.Outcome.REFUSED, now);
                moveAll(send.cases(), CaseState.ACTIVE, CaseState.REFUSED, now);
            }
            case REJECTED, UNKNOWN -> recipients.settle(claim, Recipients.Outcome.FAILED, now);
            case NOT_TAKEN -> recipients.release(claim);
        }
    }

    private void moveAll(List<Case> all, Set<CaseState> from, CaseState to, Instant now) {
        for (var one : all) if (from.contains(one.state()) && one.state().mayBecome(to)) cases.move(one, to, now);
    }
}
