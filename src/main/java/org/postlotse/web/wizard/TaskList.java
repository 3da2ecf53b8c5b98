package org.postlotse.web.wizard;

import java.util.List;
import java.util.Optional;

/**
 * A customer's devices, as they see them.
 *
 * @param rows one for each device, in the order in which they were named
 * @param next where the first goes on that is not done; empty when all are
 * @param more devices to add, each with the same page and one device more; empty when the list is full
 */
record TaskList(List<Row> rows, Optional<Pages.Tile> next, List<Pages.Tile> more) {
    TaskList {
        rows = List.copyOf(rows);
        more = List.copyOf(more);
    }

    /**
     * One device.
     *
     * @param name of the device, with a number where there are several of its kind
     * @param program what customers call it; empty where they have not said
     * @param other the same page with the device done, or not done any more
     */
    record Row(String name, String program, boolean done, String other) {}
}
