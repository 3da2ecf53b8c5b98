package org.postlotse.document.takeover;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.regex.Pattern;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A small XML file from a stranger, read into memory: no document type, so no entities of its own and nothing fetched;
 * and limits on everything that could grow.
 */
final class XmlFile {
    /** Bytes; the largest file in Thunderbird's public collection has some 20 KiB. */
    static final int LONGEST = 1024 * 1024;

    private static final int DEEPEST = 32;
    private static final int MOST_ELEMENTS = 20_000;
    private static final int MOST_ATTRIBUTES = 64;
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cc}]+");

    private final XMLStreamReader reader;
    private int elements;

    private XmlFile(XMLStreamReader reader) {
        this.reader = reader;
    }

    /** The root. */
    static Element read(byte[] bytes) throws Unreadable {
        if (bytes.length > LONGEST) throw new Unreadable("The file is longer than 1 MiB.");
        if (bytes.length == 0) throw new Unreadable("The file is empty.");
        try {
            return new XmlFile(factory().createXMLStreamReader(new StringReader(Encoded.decode(bytes)))).root();
        } catch (XMLStreamException broken) {
            throw new Unreadable(place(broken.getLocation()) + "this is not well-formed XML" + reason(broken));
        } catch (MissingResourceException unspeakable) {
            // JDK 25 has no words for a control character in a document type, and fails for want of them
            throw new Unreadable("This is not well-formed XML.");
        }
    }

    private Element root() throws XMLStreamException, Unreadable {
        while (reader.next() != XMLStreamConstants.START_ELEMENT) refuseDoctype();
        var root = element(1);
        while (reader.hasNext()) reader.next(); // what stands behind the root must be well-formed, too
        return root;
    }

    private Element element(int depth) throws XMLStreamException, Unreadable {
        if (depth > DEEPEST) throw refusal("elements stand more than " + DEEPEST + " deep in one another.");
        if (++elements > MOST_ELEMENTS) throw refusal("the file has more than " + MOST_ELEMENTS + " elements.");
        var name = reader.getLocalName();
        int line = reader.getLocation().getLineNumber();
        var attributes = attributes();
        var text = new StringBuilder();
        var children = new ArrayList<Element>();
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> children.add(element(depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(reader.getText());
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw refusal("the entity &" + reader.getLocalName() + "; is not one of XML's own five.");
                default -> {} // comments and processing instructions say nothing to us
            }
        }
        return new Element(name, line, attributes, oneLine(text.toString()), List.copyOf(children));
    }

    private Map<String, String> attributes() throws Unreadable {
        if (reader.getAttributeCount() > MOST_ATTRIBUTES)
            throw refusal("an element has more than " + MOST_ATTRIBUTES + " attributes.");
        var attributes = new LinkedHashMap<String, String>();
        for (int i = 0; i < reader.getAttributeCount(); i++)
            attributes.putIfAbsent(reader.getAttributeLocalName(i), oneLine(reader.getAttributeValue(i)));
        return attributes;
    }

    private void refuseDoctype() throws Unreadable {
        if (reader.getEventType() == XMLStreamConstants.DTD)
            throw refusal("the file declares a document type (DOCTYPE). Take that declaration out; it is not read,"
                    + " because it could fetch or multiply anything.");
    }

    private Unreadable refusal(String sentence) {
        return new Unreadable(place(reader.getLocation()) + sentence);
    }

    private static String oneLine(String text) {
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }

    private static String place(Location location) {
        return location == null || location.getLineNumber() < 1
                ? ""
                : "Line " + location.getLineNumber() + ", column " + Math.max(1, location.getColumnNumber()) + ": ";
    }

    /** The parser's own sentence, which it hides behind its own place. */
    private static String reason(XMLStreamException broken) {
        var message = String.valueOf(broken.getMessage());
        int begin = message.indexOf("Message: ");
        if (begin < 0) return ".";
        var sentence = oneLine(message.substring(begin + "Message: ".length()));
        return sentence.startsWith("http") || sentence.isEmpty() ? "." : " (" + sentence + ").";
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        return factory;
    }
}
