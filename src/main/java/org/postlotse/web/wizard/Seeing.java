package org.postlotse.web.wizard;

import java.util.Optional;
import java.util.function.Predicate;
import org.postlotse.evidence.Device;

/**
 * How devices are told to one visitor.
 *
 * @param theirs whether a device is presumably the one at hand
 */
record Seeing(ProgramNames names, When when, Predicate<Device> theirs) {
    /** The name of its program, as far as that is likely. */
    Optional<String> name(Device device) {
        return names.of(device);
    }
}
