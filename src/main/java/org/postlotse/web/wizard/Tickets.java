package org.postlotse.web.wizard;

import io.quarkus.qute.RawString;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import org.postlotse.document.AddressCode;
import org.postlotse.handover.Handovers;
import org.postlotse.web.Frame;
import org.postlotse.web.Texts;

/** Leaves a page for another browser to fetch, and says how it is fetched there. */
@Singleton
class Tickets {
    private final Handovers handovers;
    private final Texts texts;

    @Inject
    Tickets(Handovers handovers, Texts texts) {
        this.handovers = handovers;
        this.texts = texts;
    }

    /** @param page the path of one of our pages */
    Pages.Ticket to(Frame frame, String page) {
        var code = handovers.leave(page);
        var address = frame.brand().publicUrl();
        var picture =
                AddressCode.svg(URI.create(address + "/k/" + code.letters()), texts.get(frame, "elsewhere.picture"));
        return new Pages.Ticket(
                code.display(),
                address.getAuthority() + "/k",
                new RawString(picture),
                Long.toString(Handovers.LIFE.toMinutes()));
    }
}
