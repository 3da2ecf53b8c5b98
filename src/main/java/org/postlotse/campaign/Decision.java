package org.postlotse.campaign;

import java.util.List;
import java.util.Locale;
import org.postlotse.catalogue.EmailAddress;

/** What a mailbox with open cases gets now, and why. */
public sealed interface Decision {
    EmailAddress mailbox();

    List<Case> cases();

    /**
     * A letter.
     *
     * @param round how often it was warned anew
     */
    record Send(EmailAddress mailbox, List<Case> cases, LetterKind kind, int round, Because because)
            implements Decision {}

    /** Nothing. */
    record Leave(EmailAddress mailbox, List<Case> cases, Why why) implements Decision {}

    /** Why somebody gets a letter now. */
    enum Because {
        /** Nobody told him yet. */
        NEW,
        /** The schedule has come to a letter that brings something new. */
        STAGE,
        /** The old way is refused now. */
        CUT_OFF,
        /** It was fixed and is insecure again. */
        RELAPSED,
        /** Everything has been secure for fourteen days. */
        CLEAN;

        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Why somebody gets no letter now. */
    enum Why {
        /** Letters are not due yet. */
        NOT_YET,
        /** The last one is not long enough ago. */
        TOO_SOON,
        /** This letter was sent before. */
        NOTHING_NEW,
        /** No insecure log-in for some time: perhaps all is well. */
        QUIET,
        /** The mode leaves this mailbox out. */
        NOT_IN_WAVE,
        /** No more reminders, as the customer wished. */
        MUTED,
        /** The mailbox takes no letters. */
        REFUSED,
        /** Shown to work: only time has to pass. */
        PROVEN;

        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
