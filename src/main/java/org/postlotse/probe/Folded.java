package org.postlotse.probe;

/** A stranger's words made harmless to print: one line, printable characters only, and few of them. */
final class Folded {
    /** The most that is kept, in characters. */
    static final int LONGEST = 120;

    private Folded() {}

    static String of(String words) {
        var kept = new StringBuilder();
        boolean blank = false;
        for (int at = 0; at < words.length() && kept.codePointCount(0, kept.length()) < LONGEST; ) {
            int character = words.codePointAt(at);
            at += Character.charCount(character);
            if (printable(character)) {
                if (blank && !kept.isEmpty()) kept.append(' ');
                if (kept.codePointCount(0, kept.length()) < LONGEST) kept.appendCodePoint(character);
                blank = false;
            } else {
                blank = true;
            }
        }
        return kept.toString();
    }

    /** Blanks and everything that has no shape of its own are not: controls, escapes, marks that turn the direction. */
    private static boolean printable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> false;
            default -> true;
        };
    }
}
