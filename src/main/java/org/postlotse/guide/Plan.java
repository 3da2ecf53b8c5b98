package org.postlotse.guide;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postlotse.catalogue.Protocol;

/**
 * What a guide is, apart from its words.
 *
 * @param id stable; the name of its files and a part of addresses
 * @param order where it stands among the others, smallest first
 * @param devices what the program runs on
 * @param protocols how it can fetch mail
 * @param routes the steps' ids of each route, the recommended route first
 * @param portrait how the program looks when it is open, for those who do not know its name
 * @param drawings by step's id; a step may have none
 */
record Plan(
        String id,
        int order,
        Set<Device> devices,
        Set<Protocol> protocols,
        List<Way> routes,
        Optional<Drawing> portrait,
        Map<String, Drawing> drawings) {
    Plan {
        devices = Set.copyOf(devices);
        protocols = Set.copyOf(protocols);
        routes = List.copyOf(routes);
        drawings = Map.copyOf(drawings);
    }

    /** A route and the ids of its steps. */
    record Way(Route route, List<String> steps) {
        Way {
            steps = List.copyOf(steps);
        }
    }
}
