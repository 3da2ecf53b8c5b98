package org.postlotse.web.wizard;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.catalogue.Offer;
import org.postlotse.catalogue.Protocol;
import org.postlotse.document.Profiles;
import org.postlotse.guide.Device;
import org.postlotse.guide.Filling;
import org.postlotse.guide.Guide;
import org.postlotse.guide.Guides;
import org.postlotse.web.Frame;

/** Which page comes after what was answered. A question is skipped where there is nothing to choose. */
@Singleton
class Course {
    /** Where the guide begins, once nothing is left to ask. */
    static final String FIRST_STEP = "step/1";

    private final Catalogue catalogue;
    private final Guides guides;
    private final Profiles profiles;

    @Inject
    Course(Catalogue catalogue, Guides guides, Profiles profiles) {
        this.catalogue = catalogue;
        this.guides = guides;
        this.profiles = profiles;
    }

    /** The settings that this customer is led to. */
    Offer offer(Frame frame, Journey journey) {
        return journey.mailbox().flatMap(catalogue::offer).orElseGet(frame.brand()::standard);
    }

    Optional<Guide> guide(Journey journey) {
        return journey.program().flatMap(guides::find);
    }

    /** What this customer can fetch mail with, the preferred one first. */
    List<Protocol> incoming(Frame frame, Journey journey) {
        return offer(frame, journey).incoming().stream()
                .map(server -> server.protocol())
                .distinct()
                .toList();
    }

    /** Fills in what needs no question, then says which page is next. */
    Stop next(Frame frame, Journey journey) {
        if (journey.device().isEmpty()) return new Stop(journey, "device");
        if (journey.device().filter(Device.OTHER::equals).isPresent()) return new Stop(journey, "sender");
        var guide = guide(journey);
        if (guide.isEmpty()) return new Stop(journey, journey.program().isEmpty() ? "program" : "other");
        var routes = guide.get().routes();
        if (journey.route().filter(routes::contains).isEmpty())
            return routes.size() == 1 ? next(frame, journey.by(routes.getFirst())) : new Stop(journey, "route");
        var incoming = incoming(frame, journey);
        if (journey.incoming().filter(incoming::contains).isEmpty())
            return incoming.size() == 1
                    ? next(frame, journey.fetchingWith(incoming.getFirst()))
                    : new Stop(journey, "protocol");
        return new Stop(journey, FIRST_STEP);
    }

    /** The last question before the first step. */
    String beforeTheSteps(Frame frame, Journey journey) {
        return incoming(frame, journey).size() > 1 ? "protocol" : "route";
    }

    /** The page after the last step: whoever came by a letter needs no password to see that it works. */
    String afterTheSteps(Journey journey) {
        return journey.vouched().isPresent() ? "watch" : "check";
    }

    /** The page from which people come to the check. */
    String beforeTheCheck(Journey journey) {
        if (journey.device().filter(Device.OTHER::equals).isPresent()) return "sender";
        return guide(journey)
                .flatMap(guide -> journey.route().map(guide::length))
                .filter(length -> length > 0)
                .map(length -> "step/" + length)
                .orElse("device");
    }

    /**
     * A page of the wizard with what is known there.
     *
     * @param page its address behind the sealed part
     */
    record Stop(Journey journey, String page) {}

    /** The customer's own values for a guide's words; the program speaks the page's language unless they said otherwise. */
    Filling filling(Frame frame, Journey journey) {
        var offer = offer(frame, journey);
        Protocol incoming = journey.incoming()
                .filter(offer::offers)
                .orElseGet(() -> offer.incoming().getFirst().protocol());
        return new Filling(
                offer,
                incoming,
                journey.mailbox(),
                frame.language(),
                journey.words().orElse(frame.language()),
                profiles.signed());
    }
}
