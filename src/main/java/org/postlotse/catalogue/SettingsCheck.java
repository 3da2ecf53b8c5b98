package org.postlotse.catalogue;

import java.util.List;

/** A room's look at its own configuration. All of them are asked at start, and all their faults are said at once. */
public interface SettingsCheck {
    /** Every fault found; empty when all is well. */
    List<Fault> faults();
}
