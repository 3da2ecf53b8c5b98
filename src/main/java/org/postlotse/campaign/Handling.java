package org.postlotse.campaign;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.postlotse.catalogue.EmailAddress;

/** What the hoster's staff does with one mailbox while its owner is on the phone. */
@Singleton
public class Handling {
    /** Nobody gets the same letter twice within it, however often a button is pressed. */
    private static final Duration SOON = Duration.ofDays(1);

    private final Cases cases;
    private final Recipients recipients;
    private final Controls controls;
    private final Letters letters;
    private final Post post;
    private final Clock clock;

    @Inject
    Handling(Cases cases, Recipients recipients, Controls controls, Letters letters, Post post, Clock clock) {
        this.cases = cases;
        this.recipients = recipients;
        this.controls = controls;
        this.letters = letters;
        this.post = post;
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

    /** Sends the latest letter once more, whatever the hour and the wave: its owner has asked for it. */
    public Written again(EmailAddress mailbox) {
        var control = controls.read();
        if (control.paused() || control.wave().mode() == Control.Mode.STOPPED) return Written.STOPPED;
        var mine = cases.of(mailbox).stream()
                .filter(one -> CaseState.ACTIVE.contains(one.state()))
                .toList();
        var last = recipients.letters(mailbox).reversed().stream()
                .map(Recipients.Sent::claim)
                .filter(claim -> claim.kind() != LetterKind.CLOSING)
                .findFirst();
        return mine.isEmpty() || last.isEmpty() ? Written.NOTHING : again(mine, last.get());
    }

    private Written again(List<Case> mine, Recipients.Claim last) {
        var now = clock.instant();
        if (last.at().plus(SOON).isAfter(now)) return Written.TOO_SOON;
        var letter = letters.compose(last.mailbox(), mine, last.kind(), last.round());
        if (letter.isEmpty()) return Written.NOTHING;
        var written = letters.write(letter.get());
        if (!recipients.claimAgain(last, now)) return Written.TOO_SOON;
        var reply = post.send(letter.get(), written);
        var outcome = switch (reply) {
            case TAKEN -> Recipients.Outcome.SENT;
            case REFUSED -> Recipients.Outcome.REFUSED;
            case REJECTED, UNKNOWN, NOT_TAKEN -> Recipients.Outcome.FAILED;
        };
        recipients.settle(last, outcome, clock.instant());
        return switch (outcome) {
            case SENT -> {
                mine.stream()
                        .filter(one -> one.state() == CaseState.REFUSED)
                        .forEach(one -> moves(one, CaseState.WARNED));
                yield Written.SENT;
            }
            case REFUSED -> {
                mine.forEach(one -> moves(one, CaseState.REFUSED));
                yield Written.REFUSED;
            }
            case FAILED, BOUNCED, CLAIMED -> Written.FAILED;
        };
    }
}
