package org.postlotse.web.mail;

import java.util.List;

/** A part of a letter, in the order of reading. */
public sealed interface Block {
    /** For templates: {@code heading}, {@code lines} or {@code table}. */
    String kind();

    /** Above what follows. */
    record Heading(String text) implements Block {
        @Override
        public String kind() {
            return "heading";
        }
    }

    /**
     * Sentences.
     *
     * @param verse whether each stands on a line of its own, as at the end of a letter
     */
    record Lines(List<String> lines, boolean verse) implements Block {
        public Lines {
            lines = List.copyOf(lines);
        }

        @Override
        public String kind() {
            return "lines";
        }

        /** What stands together. */
        public List<String> paragraphs() {
            return verse ? lines : List.of(String.join(" ", lines));
        }
    }

    /** Names and values. */
    record Table(List<Row> rows) implements Block {
        public Table {
            rows = List.copyOf(rows);
        }

        @Override
        public String kind() {
            return "table";
        }

        /** For plain text: the values below each other. */
        public List<String> plain() {
            int widest =
                    rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
            return rows.stream()
                    .map(row -> "  " + row.name() + ":"
                            + " ".repeat(widest - row.name().length() + 1) + row.value())
                    .toList();
        }
    }

    /**
     * A name and its value.
     *
     * @param link where a click on the value leads; the value itself, or empty
     */
    record Row(String name, String value, String link) {
        static Row of(String name, String value) {
            return new Row(name, value, "");
        }
    }
}
