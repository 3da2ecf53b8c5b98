package org.postlotse.document.takeover;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is to be said about a file, in the order of its lines. */
final class Remarks {
    private static final int LONGEST_QUOTE = 80;

    private final List<Remark> remarks = new ArrayList<>();

    void add(Element where, String sentence) {
        remarks.add(new Remark(where.line(), sentence));
    }

    List<Remark> all() {
        return remarks.stream()
                .sorted(java.util.Comparator.comparingInt(Remark::line))
                .toList();
    }

    /** Says once for each name what of an element's children nobody here reads. */
    void unread(Element parent, Set<String> read, Map<String, String> reasons) {
        var unread = new LinkedHashMap<String, List<Element>>();
        for (var child : parent.children())
            if (!read.contains(child.name()))
                unread.computeIfAbsent(child.name(), name -> new ArrayList<>()).add(child);
        unread.forEach((name, elements) -> {
            var times = elements.size() == 1 ? "" : " (" + elements.size() + " times)";
            var reason = reasons.getOrDefault(name, "this element is unknown here");
            add(elements.getFirst(), "<" + quoted(name) + ">" + times + " is not taken over: " + reason + ".");
        });
    }

    /** A stranger's words for a terminal: short, and nothing in them that steers it. */
    static String quoted(String text) {
        var line = text.codePoints()
                .map(character -> steers(character) ? '\uFFFD' : character)
                .limit(LONGEST_QUOTE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return text.codePointCount(0, text.length()) > LONGEST_QUOTE ? line + "…" : line.toString();
    }

    private static boolean steers(int character) {
        return Character.isISOControl(character) || Character.getType(character) == Character.FORMAT;
    }
}
