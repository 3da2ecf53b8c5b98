package org.postlotse.document.takeover;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An element of a file that was read.
 *
 * @param name without a prefix
 * @param line on which its start tag ends, counted from 1
 * @param text its own, blanks and control characters drawn together, without that of its children
 */
record Element(String name, int line, Map<String, String> attributes, String text, List<Element> children) {
    Element {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    List<Element> all(String child) {
        return children.stream().filter(element -> element.name().equals(child)).toList();
    }

    Optional<Element> first(String child) {
        return all(child).stream().findFirst();
    }

    /** The first child's text; empty when there is no such child or nothing in it. */
    Optional<String> value(String child) {
        return first(child).map(Element::text).filter(text -> !text.isEmpty());
    }

    /** An attribute without the blanks around it; empty when it is missing or blank. */
    Optional<String> attribute(String key) {
        return Optional.ofNullable(attributes.get(key)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
