package org.postlotse.campaign;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Letters that were on their way when their process was killed. Nobody knows whether the mail server took them, so none is
 * sent again by itself: an operator may say so for a mailbox, or leave it at that.
 */
@Singleton
public class LostLetters {
    /** No letter is on its way for so long: every step of the conversation with the mail server ends within seconds. */
    static final Duration LONGEST_WAY = Duration.ofMinutes(15);

    private final Claims claims;
    private final Clock clock;

    @Inject
    LostLetters(Claims claims, Clock clock) {
        this.claims = claims;
        this.clock = clock;
    }

    /** The oldest of them, at most so many; without those after which their mailbox got another one. */
    public List<Recipients.Claim> first(int most) {
        return claims.lost(clock.instant().minus(LONGEST_WAY), most);
    }

    boolean has(Recipients.Sent letter) {
        return letter.outcome() == Recipients.Outcome.CLAIMED
                && letter.claim().at().plus(LONGEST_WAY).isBefore(clock.instant());
    }
}
