package org.postlotse.guide;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.postlotse.catalogue.Fault;

/** A place in a guide's file. What is not right there is noted under the file's name and the place's path. */
final class Node {
    private final String path;
    private final JsonNode json;
    private final List<Fault> faults;

    /** @param faults where to note what is not right */
    Node(String path, JsonNode json, List<Fault> faults) {
        this.path = path;
        this.json = json;
        this.faults = faults;
    }

    void fault(String right) {
        faults.add(new Fault(path, right));
    }

    boolean isText() {
        return json.isValueNode() && !json.isNull();
    }

    boolean isList() {
        return json.isArray();
    }

    /** What is written here; empty and noted when it is no text. */
    String text() {
        if (isText()) return json.asText().strip();
        fault(json.isMissingNode() || json.isNull() ? "is missing" : "is not a text");
        return "";
    }

    /** A whole number between two others; the smaller one and noted when it is none. */
    int number(int from, int to) {
        if (json.isInt() && json.asInt() >= from && json.asInt() <= to) return json.asInt();
        fault("is not a number from " + from + " to " + to);
        return from;
    }

    /** One of an enumeration's values by its key; empty and noted when it is none. */
    <E extends Enum<E>> Optional<E> oneOf(E[] values, Function<E, String> key) {
        var written = text();
        var found = Arrays.stream(values)
                .filter(value -> key.apply(value).equals(written))
                .findFirst();
        if (found.isEmpty())
            fault("is “" + written + "”; write one of "
                    + Arrays.stream(values).map(key).collect(Collectors.joining(", ")));
        return found;
    }

    Node child(String key) {
        return new Node(path + (path.endsWith(".yaml") ? ": " : ".") + key, json.path(key), faults);
    }

    Optional<Node> ifPresent(String key) {
        return json.hasNonNull(key) ? Optional.of(child(key)) : Optional.empty();
    }

    /** The keys of a mapping in their order; none and noted when it is no mapping. */
    List<String> keys() {
        if (!json.isObject()) fault("is not a mapping of keys to values");
        var names = new ArrayList<String>();
        json.fieldNames().forEachRemaining(names::add);
        return List.copyOf(names);
    }

    /** The members of a list; a single value is a list of one; a missing one is empty. */
    List<Node> items() {
        if (json.isMissingNode() || json.isNull()) return List.of();
        if (!isList()) return List.of(this);
        return IntStream.range(0, json.size())
                .mapToObj(i -> new Node(path + "[" + i + "]", json.get(i), faults))
                .toList();
    }

    /** Notes every key that is none of these: a misspelt one would otherwise be passed over. */
    Node only(String... known) {
        var right = Set.of(known);
        keys().stream()
                .filter(key -> !right.contains(key))
                .forEach(key -> child(key).fault("is not known here; known are " + String.join(", ", known)));
        return this;
    }
}
