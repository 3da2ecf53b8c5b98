package org.postlotse.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.postlotse.catalogue.EmailAddress;

/**
 * Letters on their way, of all nodes. Each is claimed before it is sent, and settled when its fate is known; what was claimed
 * is not claimed again by itself.
 */
public interface Claims {
    /** Whether nobody has claimed it yet: whoever looks first wastes no turn on what another node sends. */
    boolean free(EmailAddress mailbox, LetterKind kind, int round);

    /**
     * Claims a letter for the one who asks first, on whatever node. The recipient must have been met.
     *
     * @param as the mailbox' cases as they were when the letter was decided: where they have changed since, it is not claimed
     * @param pause that must have passed since any other letter to this mailbox was claimed
     * @return false when it must not be sent: it was claimed before, another one too lately, or it is not due any more
     */
    boolean claim(Recipients.Claim claim, List<Case> as, Duration pause);

    /**
     * Claims a letter that was claimed before once more, from this moment on: somebody has asked for it.
     *
     * @return false when somebody else did so first
     */
    boolean again(Recipients.Claim before, Instant now);

    /** Takes a claim back: its letter was certainly not sent, and may be claimed again. */
    void release(Recipients.Claim claim);

    /**
     * Says what came of a claimed letter, and moves the cases to which it matters with it; one that was sent counts as the
     * recipient's last. A case that somebody else has moved meanwhile stays there.
     */
    void settle(Recipients.Claim claim, Recipients.Outcome outcome, Instant at, List<Cases.Move> moves);

    /**
     * Letters of which nobody will ever say what came of them, the oldest first: whoever had claimed them before this moment
     * was killed with them in flight. Where another letter to their mailbox was claimed later, they are old news.
     */
    List<Recipients.Claim> lost(Instant before, int most);
}
