package org.postlotse.web.wizard;

import java.util.Optional;
import java.util.function.Predicate;
import org.postlotse.evidence.Device;
import org.postlotse.guide.Guides;

/**
 * How devices are told to one visitor.
 *
 * @param theirs whether a device is presumably the one at hand
 */
record Seeing(Guides guides, When when, Predicate<Device> theirs) {
    /** The name of its program, where it told one. */
    Optional<String> name(Device device) {
        return SeenDevice.name(device.fingerprint().client(), guides, when);
    }
}
