package org.postlotse.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows of RFC 4180, for spreadsheets and from them. */
public final class Csv {
    private static final String FORMULA = "=+-@\t\r";

    private Csv() {}

    /** One row with its end. What a spreadsheet would take for a formula gets an apostrophe: names in logs are anybody's. */
    public static String row(Object... fields) {
        return Stream.of(fields).map(field -> quoted(String.valueOf(field))).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String quoted(String text) {
        var safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("[^\",;\r\n]*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    /**
     * A row of a list that somebody keeps by hand or takes from another system.
     *
     * @param line its number, from 1
     */
    record Line(int line, List<String> fields) {
        /** A field; empty where there are not so many. */
        String field(int number) {
            return number < fields.size() ? fields.get(number) : "";
        }
    }

    /** The rows of a list of mailboxes, without its head, empty lines, and comments, which begin with #. */
    static List<Line> mailboxes(List<String> lines) {
        var rows = new ArrayList<Line>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i).replace("\uFEFF", ""); // what spreadsheets put before the first line
            boolean head = i == 0 && line.startsWith("mailbox");
            if (!line.isBlank() && !line.startsWith("#") && !head) rows.add(new Line(i + 1, fields(line)));
        }
        return rows;
    }

    /** The fields of one row without a line break in it, between commas or, as German spreadsheets write, semicolons. */
    public static List<String> fields(String row) {
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        boolean inside = false;
        for (int i = 0; i < row.length(); i++) {
            char next = row.charAt(i);
            if (next == '"' && inside && i + 1 < row.length() && row.charAt(i + 1) == '"')
                field.append(row.charAt(i++));
            else if (next == '"') inside = !inside;
            else if (!inside && (next == ',' || next == ';')) {
                fields.add(field.toString().strip());
                field.setLength(0);
            } else field.append(next);
        }
        fields.add(field.toString().strip());
        return fields;
    }
}
