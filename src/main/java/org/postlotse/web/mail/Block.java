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

    /** Sentences, each line of its own. */
    record Lines(List<String> lines) implements Block {
        public Lines {
            lines = List.copyOf(lines);
        }

        @Override
        public String kind() {
            return "lines";
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
