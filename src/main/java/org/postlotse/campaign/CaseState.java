package org.postlotse.campaign;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How far a mailbox is from being fixed. Operators find the drawing in {@code operating.md}; a test compares the two. */
public enum CaseState {
    /** The logs show it, nobody was told. */
    OPEN,
    /** A letter went out. */
    WARNED,
    /** Somebody came by the letter's link or its code. */
    OPENED,
    /** One half of the mail, receiving or sending, has been seen encrypted since. */
    IN_PROGRESS,
    /** Everything that was insecure has been seen secure since. */
    PROVEN,
    /** Nothing insecure for fourteen days. */
    FIXED,
    /** Insecure once more after it was fixed or shown to work. */
    RELAPSED,
    /** The mailbox takes no letters. */
    REFUSED,
    /** The hoster has a reason to leave it alone for now. */
    EXCUSED,
    /** The customer wants no reminders until shortly before the date. */
    MUTED;

    /** Everything but what is over or left alone. */
    public static final Set<CaseState> ACTIVE =
            EnumSet.of(OPEN, WARNED, OPENED, IN_PROGRESS, PROVEN, RELAPSED, REFUSED, MUTED);

    /** Stable, for columns, texts and addresses: {@code in-progress}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<CaseState> of(String key) {
        return Arrays.stream(values()).filter(state -> state.key().equals(key)).findFirst();
    }

    /** What may come next. */
    public Set<CaseState> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(WARNED, OPENED, REFUSED, EXCUSED, FIXED);
            case WARNED -> EnumSet.of(OPENED, MUTED, REFUSED, EXCUSED, FIXED);
            case OPENED -> EnumSet.of(IN_PROGRESS, PROVEN, MUTED, REFUSED, EXCUSED, FIXED);
            case IN_PROGRESS -> EnumSet.of(PROVEN, MUTED, REFUSED, EXCUSED, FIXED);
            case PROVEN -> EnumSet.of(RELAPSED, EXCUSED, FIXED);
            case FIXED -> EnumSet.of(RELAPSED, EXCUSED);
            case RELAPSED -> EnumSet.of(WARNED, OPENED, MUTED, REFUSED, EXCUSED, FIXED);
            case REFUSED -> EnumSet.of(WARNED, OPENED, EXCUSED, FIXED);
            case EXCUSED -> EnumSet.of(OPEN, FIXED);
            case MUTED -> EnumSet.of(WARNED, OPENED, REFUSED, EXCUSED, FIXED);
        };
    }

    public boolean mayBecome(CaseState state) {
        return next().contains(state);
    }
}
