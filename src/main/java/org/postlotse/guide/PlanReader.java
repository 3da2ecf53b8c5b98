package org.postlotse.guide;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.postlotse.catalogue.Protocol;

/** Reads {@code <id>.yaml}: what a guide is, apart from its words. */
final class PlanReader {
    private final DrawingReader drawings;

    PlanReader(DrawingReader drawings) {
        this.drawings = drawings;
    }

    Plan read(String id, Node file) {
        file.only("id", "order", "devices", "protocols", "routes", "portrait", "steps");
        if (!file.child("id").text().equals(id)) file.child("id").fault("is not the file's name, " + id);
        var steps = file.child("steps").keys();
        return new Plan(
                id,
                file.child("order").number(0, 9999),
                each(file.child("devices"), Device.values(), Device::key),
                each(file.child("protocols"), Protocol.values(), Protocol::key),
                routes(file.child("routes"), new HashSet<>(steps)),
                file.ifPresent("portrait").map(drawings::read),
                drawings(file.child("steps"), steps));
    }

    private static <E extends Enum<E>> Set<E> each(Node list, E[] values, Function<E, String> key) {
        var items = list.items();
        if (items.isEmpty()) list.fault("is missing");
        return items.stream()
                .map(item -> item.oneOf(values, key))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private static List<Plan.Way> routes(Node node, Set<String> steps) {
        var unused = new HashSet<>(steps);
        var ways = node.keys().stream()
                .flatMap(key -> way(key, node, steps).stream())
                .toList();
        ways.forEach(way -> unused.removeAll(way.steps()));
        if (!unused.isEmpty())
            node.fault("have no use for the steps " + unused.stream().sorted().toList());
        return ways;
    }

    private static Optional<Plan.Way> way(String key, Node node, Set<String> steps) {
        var items = node.child(key).items();
        items.stream()
                .filter(item -> !steps.contains(item.text()))
                .forEach(item -> item.fault("is “" + item.text() + "”, which is no step of this guide"));
        var route = Arrays.stream(Route.values())
                .filter(value -> value.key().equals(key))
                .findFirst();
        if (route.isEmpty()) node.child(key).fault("is no route; write one of change, profile, add, readd");
        if (items.isEmpty()) node.child(key).fault("has no steps");
        return route.map(it -> new Plan.Way(it, items.stream().map(Node::text).toList()));
    }

    private Map<String, Drawing> drawings(Node steps, List<String> ids) {
        var read = new HashMap<String, Drawing>();
        for (var id : ids)
            steps.child(id)
                    .only("drawing")
                    .ifPresent("drawing")
                    .map(drawings::read)
                    .ifPresent(it -> read.put(id, it));
        return read;
    }
}
