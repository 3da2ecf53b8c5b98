package org.postlotse.web.wizard;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.postlotse.web.Frame;
import org.postlotse.web.Seal;

/** The ways between the wizard's pages: what was answered is sealed into them. */
@Singleton
class Trail {
    static final String PURPOSE = "journey";

    private final Seal seal;

    @Inject
    Trail(Seal seal) {
        this.seal = seal;
    }

    /** The way to a page, {@code device} or {@code step/2}, with what was answered. */
    String to(Frame frame, Journey journey, String page) {
        return frame.home() + "/s/" + sealed(journey) + "/" + page;
    }

    /** What was answered, as it stands in the ways. */
    String sealed(Journey journey) {
        return seal.seal(PURPOSE, journey.written());
    }

    /**
     * What was answered on the way here.
     *
     * @throws ExpiredLink when it can not be read
     */
    Journey read(String sealed) {
        return find(sealed).orElseThrow(ExpiredLink::new);
    }

    /** What was answered on the way here; empty when it can not be read. */
    Optional<Journey> find(String sealed) {
        return seal.open(PURPOSE, sealed).flatMap(Journey::read);
    }
}
