package org.postlotse.support;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a screen reader is told of a page, in the order in which it is read: the browser's own accessibility tree (Core
 * Accessibility API Mappings 1.2), of which every screen reader speaks.
 */
public final class ScreenReader {
    /** What is announced with its name; what is inside it is not read a second time. */
    private static final Set<String> NAMED =
            Set.of("link", "button", "heading", "image", "img", "textbox", "radio", "checkbox", "DisclosureTriangle");
    /** Places that people jump to. */
    private static final Set<String> PLACES = Set.of(
            "main",
            "navigation",
            "banner",
            "contentinfo",
            "table",
            "list",
            "region",
            "form",
            "group",
            "status",
            "figure");

    private final Chromium browser;

    public ScreenReader(Chromium browser) {
        this.browser = browser;
    }

    /**
     * The page, one line for everything that is announced; what is inside something is indented.
     *
     * @param from the line at which to begin, {@code [main]}; what is not there begins at the top
     */
    public String reads(String from) {
        var lines = lines();
        int first = Math.max(0, lines.indexOf(from));
        int last = first + 1;
        while (last < lines.size() && (first == 0 || lines.get(last).startsWith("  "))) last++;
        return String.join("\n", lines.subList(first, last)) + "\n";
    }

    @SuppressWarnings("unchecked")
    private List<String> lines() {
        browser.driver().executeCdpCommand("Accessibility.enable", Map.of());
        var tree = (List<Map<String, Object>>) browser.driver()
                .executeCdpCommand("Accessibility.getFullAXTree", Map.of())
                .get("nodes");
        var nodes = new HashMap<String, Map<String, Object>>();
        for (var node : tree) nodes.put((String) node.get("nodeId"), node);
        var lines = new ArrayList<String>();
        read(tree.getFirst(), nodes, 0, lines);
        return lines;
    }

    @SuppressWarnings("unchecked")
    private static void read(
            Map<String, Object> node, Map<String, Map<String, Object>> nodes, int depth, List<String> lines) {
        var role = Boolean.TRUE.equals(node.get("ignored")) ? "" : value(node, "role");
        var name = value(node, "name").strip();
        if (NAMED.contains(role)) {
            lines.add("  ".repeat(depth) + role + level(node) + ": " + name + description(node));
            return;
        }
        if (role.equals("StaticText") && !name.isEmpty()) lines.add("  ".repeat(depth) + name);
        boolean place = PLACES.contains(role);
        if (place) lines.add("  ".repeat(depth) + "[" + role + (name.isEmpty() ? "" : " " + name) + "]");
        for (var child : (List<String>) node.getOrDefault("childIds", List.of()))
            if (nodes.containsKey(child) && !role.equals("StaticText"))
                read(nodes.get(child), nodes, place ? depth + 1 : depth, lines);
    }

    @SuppressWarnings("unchecked")
    private static String level(Map<String, Object> node) {
        return ((List<Map<String, Object>>) node.getOrDefault("properties", List.of()))
                .stream()
                        .filter(property -> property.get("name").equals("level"))
                        .findFirst()
                        .map(property -> " " + value(property, "value"))
                        .orElse("");
    }

    private static String description(Map<String, Object> node) {
        var description = value(node, "description").strip();
        return description.isEmpty() ? "" : " (" + description + ")";
    }

    private static String value(Map<String, Object> node, String key) {
        return node.get(key) instanceof Map<?, ?> value && value.get("value") != null
                ? value.get("value").toString()
                : "";
    }
}
