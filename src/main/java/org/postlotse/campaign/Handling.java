package org.postlotse.campaign;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.postlotse.catalogue.EmailAddress;

/** What the hoster's staff does with one mailbox: they excuse it, or mute it. */
@Singleton
public class Handling {
    private static final Set<CaseState> NOT_OVER = EnumSet.complementOf(EnumSet.of(CaseState.FIXED));

    private final Cases cases;
    private final Clock clock;

    @Inject
    Handling(Cases cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    /** Leaves all open cases of a mailbox alone; how many that were. */
    public int excuse(EmailAddress mailbox, Case.Excuse excuse) {
        return each(
                mailbox,
                one -> NOT_OVER.contains(one.state()) && cases.excuse(one, Optional.of(excuse), clock.instant()));
    }

    /** Ends the excuses of a mailbox. */
    public int endExcuse(EmailAddress mailbox) {
        return each(
                mailbox,
                one -> one.state() == CaseState.EXCUSED && cases.excuse(one, Optional.empty(), clock.instant()));
    }

    /** Sends no reminders until shortly before the date. */
    public int mute(EmailAddress mailbox) {
        return each(mailbox, one -> NOT_OVER.contains(one.state()) && moves(one, CaseState.MUTED));
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
}
