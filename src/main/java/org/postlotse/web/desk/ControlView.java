package org.postlotse.web.desk;

import java.util.List;
import java.util.Optional;
import org.postlotse.campaign.Control;

/**
 * How the mailing stands.
 *
 * @param wave as it was chosen last
 * @param changed when, and {@code by} by whom; empty before the first time
 * @param obstacle why nothing goes out now: a key, or empty where letters go out
 */
record ControlView(String wave, String mode, boolean paused, String changed, String by, String obstacle) {
    static ControlView of(Control control, Optional<String> obstacle, Numbers numbers) {
        var form = WaveForm.of(control.wave());
        return new ControlView(
                form.mode().equals("share") ? form.share() + " %" : form.domains(),
                form.mode(),
                control.paused(),
                control.changed().map(numbers::moment).orElse(""),
                control.by(),
                obstacle.orElse(""));
    }

    public boolean stopped() {
        return mode.equals(Control.Mode.STOPPED.key());
    }

    /** A letter of which nobody knows whether it arrived; {@code sealed} leads to its mailbox. */
    record Lost(String mailbox, String sealed, String kind, String at) {}

    /** What would go out. */
    record Plan(List<Row> letters, List<Row> left, List<Line> lines, String next) {}

    /** How many mailboxes, and why. */
    record Row(String kind, String why, String number) {}

    /** One mailbox; {@code kind} is empty where it gets no letter. */
    record Line(String mailbox, String sealed, String kind, String why, String to) {}
}
