package org.postlotse.campaign;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.postlotse.catalogue.EmailAddress;

/** What the hoster's staff does with one mailbox while its owner is on the phone. */
@Singleton
public class Handling {
    /** Nobody gets the same letter twice within it, however often a button is pressed. */
    private static final Duration SOON = Duration.ofDays(1);

    /** Those whose letter did not reach anybody, as far as we know, until now. */
    private static final Set<CaseState> TOLD_NOW = EnumSet.of(CaseState.OPEN, CaseState.RELAPSED, CaseState.REFUSED);

    private final Cases cases;
    private final Recipients recipients;
    private final Claims claims;
    private final LostLetters lost;
    private final Controls controls;
    private final Letters letters;
    private final Post post;
    private final Counters counters;
    private final Clock clock;

    @Inject
    Handling(
            Cases cases,
            Recipients recipients,
            Claims claims,
            LostLetters lost,
            Controls controls,
            Letters letters,
            Post post,
            Counters counters,
            Clock clock) {
        this.cases = cases;
        this.recipients = recipients;
        this.claims = claims;
        this.lost = lost;
        this.controls = controls;
        this.letters = letters;
        this.post = post;
        this.counters = counters;
        this.clock = clock;
    }

    /** Sends no reminders until shortly before the date; how many cases that changed. */
    public int mute(EmailAddress mailbox) {
        return each(mailbox, one -> moves(one, CaseState.MUTED));
    }

    /** Sends reminders again. */
    public int unmute(EmailAddress mailbox) {
        return each(mailbox, one -> one.state() == CaseState.MUTED && moves(one, CaseState.WARNED));
    }

    private int each(EmailAddress mailbox, Predicate<Case> change) {
        return (int) cases.of(mailbox).stream().filter(change).count();
    }

    private boolean moves(Case one, CaseState to) {
        return one.state().mayBecome(to) && cases.move(one, to, clock.instant());
    }

    /** What came of writing once more. */
    public enum Written {
        SENT,
        /** Nothing is sent to anybody now. */
        STOPPED,
        /** It got no letter yet, or it has no open case: there is nothing to repeat. */
        NOTHING,
        /** The last letter is not a day old. */
        TOO_SOON,
        REFUSED,
        FAILED;

        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Sends the latest letter once more, whatever the hour and the wave: its owner has asked for it, or an operator who saw
     * that it was lost.
     */
    public Written again(EmailAddress mailbox) {
        var control = controls.read();
        if (control.paused() || control.wave().mode() == Control.Mode.STOPPED) return Written.STOPPED;
        var mine = cases.of(mailbox).stream()
                .filter(one -> CaseState.ACTIVE.contains(one.state()))
                .toList();
        var last = recipients.letters(mailbox).reversed().stream()
                .filter(letter -> letter.claim().kind() != LetterKind.CLOSING)
                .findFirst();
        return mine.isEmpty() || last.isEmpty() ? Written.NOTHING : again(mine, last.get());
    }

    private Written again(List<Case> mine, Recipients.Sent latest) {
        var now = clock.instant();
        var last = latest.claim();
        if (last.at().plus(SOON).isAfter(now) && !lost.has(latest)) return Written.TOO_SOON;
        var letter = letters.compose(last.mailbox(), new Letters.Occasion(mine, last.kind(), last.round()));
        if (letter.isEmpty()) return Written.NOTHING;
        var written = letters.write(letter.get());
        if (!claims.again(last, now)) return Written.TOO_SOON;
        var claim = new Recipients.Claim(last.mailbox(), last.kind(), last.round(), now);
        var reply = post.send(letter.get(), written);
        counters.letter(letter.get(), reply);
        return settled(mine, claim, reply);
    }

    private Written settled(List<Case> mine, Recipients.Claim claim, Post.Reply reply) {
        var now = clock.instant();
        return switch (reply) {
            case TAKEN -> {
                var moves = Delivery.moves(mine, TOLD_NOW, CaseState.WARNED);
                claims.settle(claim, Recipients.Outcome.SENT, now, moves);
                yield Written.SENT;
            }
            case REFUSED -> {
                var moves = Delivery.moves(mine, CaseState.ACTIVE, CaseState.REFUSED);
                claims.settle(claim, Recipients.Outcome.REFUSED, now, moves);
                yield Written.REFUSED;
            }
            case REJECTED, UNKNOWN, NOT_TAKEN -> {
                claims.settle(claim, Recipients.Outcome.FAILED, now, List.of());
                yield Written.FAILED;
            }
        };
    }
}
