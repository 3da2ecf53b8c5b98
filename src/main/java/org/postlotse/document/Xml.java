package org.postlotse.document;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An XML element that is being written: attributes in the order in which they are given, and either text or children.
 * The one place where XML is escaped. Its bytes depend on nothing but what it was given.
 */
final class Xml {
    private static final String INDENT = "  ";

    private final String name;
    private final String text;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Xml> children = new ArrayList<>();

    private Xml(String name, String text) {
        this.name = name;
        this.text = text;
    }

    /**
     * Which document type is declared.
     *
     * @param publicId the formal public identifier
     * @param systemId where the DTD lies; nobody fetches it
     */
    record Doctype(String publicId, String systemId) {}

    static Xml element(String name) {
        return new Xml(name, "");
    }

    /** An element with text: it stays on one line, because mail programs keep the blanks around a value. */
    static Xml element(String name, String text) {
        return new Xml(name, text);
    }

    Xml attribute(String key, String value) {
        attributes.put(key, value);
        return this;
    }

    Xml add(Xml... more) {
        return add(List.of(more));
    }

    Xml add(List<Xml> more) {
        if (!text.isEmpty()) throw new IllegalStateException(name + " has text already");
        children.addAll(more);
        return this;
    }

    /**
     * The document of which this is the root: UTF-8 without a byte order mark and nothing before the declaration;
     * Thunderbird 149 (2026-01) refuses both.
     *
     * @throws IllegalArgumentException when a value has a character that XML can not carry, or a control character
     */
    byte[] document() {
        return document("");
    }

    byte[] document(Doctype type) {
        return document("<!DOCTYPE " + name + " PUBLIC \"" + escaped(type.publicId()) + "\" \""
                + escaped(type.systemId()) + "\">\n");
    }

    /** The element alone, for a place inside a page. */
    String fragment() {
        var out = new StringBuilder();
        write(out, 0);
        return out.toString();
    }

    private byte[] document(String doctype) {
        var out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n").append(doctype);
        write(out, 0);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(StringBuilder out, int depth) {
        out.append(INDENT.repeat(depth)).append('<').append(name);
        attributes.forEach((key, value) ->
                out.append(' ').append(key).append("=\"").append(escaped(value)).append('"'));
        if (text.isEmpty() && children.isEmpty()) {
            out.append("/>\n");
            return;
        }
        out.append('>').append(escaped(text));
        if (!children.isEmpty()) {
            out.append('\n');
            children.forEach(child -> child.write(out, depth + 1));
            out.append(INDENT.repeat(depth));
        }
        out.append("</").append(name).append(">\n");
    }

    private static String escaped(String value) {
        var out = new StringBuilder(value.length());
        value.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(writable(character));
            }
        });
        return out.toString();
    }

    /** XML 1.0 §2.2, without the control characters that it would allow: values are single lines. */
    private static int writable(int character) {
        boolean surrogate = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        if (Character.isISOControl(character) || surrogate || character == 0xFFFE || character == 0xFFFF)
            throw new IllegalArgumentException("U+%04X can not stand in XML".formatted(character));
        return character;
    }
}
