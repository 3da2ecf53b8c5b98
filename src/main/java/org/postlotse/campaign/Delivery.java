package org.postlotse.campaign;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The way of one letter. It is claimed in the database before it is sent, where its cases still are as they were when it was
 * decided, and what was claimed is never claimed again by itself: whoever is killed may lose the letter in flight, nobody gets one twice.
 */
@Singleton
class Delivery {
    private static final Set<CaseState> BECOME_WARNED =
            EnumSet.of(CaseState.OPEN, CaseState.RELAPSED, CaseState.MUTED, CaseState.REFUSED);

    private final Claims claims;
    private final Letters letters;
    private final Post post;
    private final Gate gate;
    private final CampaignSettings settings;
    private final Counters counters;
    private final Clock clock;

    @Inject
    Delivery(
            Claims claims,
            Letters letters,
            Post post,
            Gate gate,
            CampaignSettings settings,
            Counters counters,
            Clock clock) {
        this.claims = claims;
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

    /** @param recipient of the mailbox, who was met */
    Result send(Decision.Send send, Recipient recipient) {
        if (!claims.free(send.mailbox(), send.kind(), send.round())) return new Result.Spared();
        var letter = letters.compose(recipient, new Letters.Occasion(send.cases(), send.kind(), send.round()));
        if (letter.isEmpty()) return new Result.Spared();
        var written = letters.write(letter.get());
        var obstacle = gate.turn();
        if (obstacle.isPresent()) return new Result.Held(obstacle.get());
        var claim = new Recipients.Claim(send.mailbox(), send.kind(), send.round(), clock.instant());
        if (!claims.claim(claim, send.cases(), settings.pause())) return new Result.Spared();
        var reply = post.send(letter.get(), written);
        counters.letter(letter.get(), reply);
        settle(send, claim, reply);
        return new Result.Done(reply);
    }

    private void settle(Decision.Send send, Recipients.Claim claim, Post.Reply reply) {
        var now = clock.instant();
        switch (reply) {
            case TAKEN ->
                claims.settle(
                        claim, Recipients.Outcome.SENT, now, moves(send.cases(), BECOME_WARNED, CaseState.WARNED));
            case REFUSED ->
                claims.settle(
                        claim,
                        Recipients.Outcome.REFUSED,
                        now,
                        moves(send.cases(), CaseState.ACTIVE, CaseState.REFUSED));
            case REJECTED, UNKNOWN -> claims.settle(claim, Recipients.Outcome.FAILED, now, List.of());
            case NOT_TAKEN -> claims.release(claim);
        }
    }

    /** Those of some cases that stand where they may come from. */
    static List<Cases.Move> moves(List<Case> all, Set<CaseState> from, CaseState to) {
        return all.stream()
                .filter(one -> from.contains(one.state()) && one.state().mayBecome(to))
                .map(one -> new Cases.Move(one, to))
                .toList();
    }
}
