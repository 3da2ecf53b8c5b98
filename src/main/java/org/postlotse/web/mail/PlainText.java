package org.postlotse.web.mail;

import java.util.ArrayList;
import java.util.List;

/** Breaks sentences into lines that fit (RFC 5322 §2.1.1 recommends 78 characters); addresses stay whole. */
final class PlainText {
    private static final int WIDTH = 72;

    private PlainText() {}

    /** A text of short lines, of which no two empty ones follow each other. */
    static String wrapped(String text) {
        return String.join(
                                "\n",
                                text.lines()
                                        .flatMap(line -> broken(line).stream())
                                        .toList())
                        .replaceAll("\n{3,}", "\n\n")
                        .stripTrailing()
                + "\n";
    }

    private static List<String> broken(String line) {
        if (line.length() <= WIDTH || line.startsWith(" ")) return List.of(line);
        var lines = new ArrayList<String>();
        var current = new StringBuilder();
        for (var word : line.split(" ")) {
            if (!current.isEmpty() && current.length() + 1 + word.length() > WIDTH) {
                lines.add(current.toString());
                current.setLength(0);
            }
            if (!current.isEmpty()) current.append(' ');
            current.append(word);
        }
        lines.add(current.toString());
        return lines;
    }
}
