package org.postlotse.web.wizard;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.Optional;
import org.postlotse.web.Frame;

/** What is shown when a profile was downloaded and does not arrive. */
final class LostProfile {
    private static final String IN = "wizard";

    private LostProfile() {}

    /** A profile was downloaded, and nothing happens. */
    @CheckedTemplate(basePath = IN, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Nothing(Frame frame, Optional<Pages.Ticket> ticket, Ways ways) implements TemplateInstance {}

    /** Ways out; {@code found} is the step for those who find the profile after all. */
    record Ways(String action, String back, String found, String route) {}
}
