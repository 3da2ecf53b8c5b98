package org.postlotse.campaign;

import java.util.Locale;

/** Why no letter is sent now. */
public enum Obstacle {
    /** The switch says that everything is a dry run. */
    STOPPED,
    /** The switch says that the wave waits. */
    PAUSED,
    /** No mail server was named that could take letters. */
    NO_POST,
    /** It is not the time of day, or not the day, at which letters are sent. */
    QUIET_HOURS,
    /** As many letters went out in this hour as may. */
    PER_HOUR,
    /** The mail server can not be reached, or takes nothing now. */
    MAIL_SERVER,
    /** The process ends. */
    ENDING;

    /** Stable, for texts: {@code quiet-hours}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
