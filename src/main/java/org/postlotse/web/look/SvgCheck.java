package org.postlotse.web.look;

import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Lets an SVG pass that only draws. Browsers run no script in a picture, but the file can be opened by itself, too; so
 * whatever could run, or ask anybody for anything, is refused here.
 */
final class SvgCheck {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final Set<String> DRAWING = Set.of(
            "svg",
            "g",
            "defs",
            "symbol",
            "use",
            "title",
            "desc",
            "path",
            "rect",
            "circle",
            "ellipse",
            "line",
            "polyline",
            "polygon",
            "text",
            "tspan",
            "linearGradient",
            "radialGradient",
            "stop",
            "clipPath",
            "mask",
            "style");
    /** What in a style or an attribute leads out of the file: every url() but one into the file, imports, escapes. */
    private static final Pattern LEADS_OUT =
            Pattern.compile("url\\(\\s*[\"']?(?!#)|@import|javascript:|\\\\|image-set|expression\\(");

    private SvgCheck() {}

    static void look(byte[] bytes) throws Logo.Refused {
        try {
            var reader = factory().createXMLStreamReader(new ByteArrayInputStream(bytes));
            boolean root = true;
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (root && !reader.getLocalName().equals("svg")) throw neither();
                        root = false;
                        element(reader);
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> value(reader.getText());
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new Logo.Refused("declares a document type; take that declaration out of it");
                    case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                        throw new Logo.Refused("has a processing instruction; take it out");
                    default -> {}
                }
            }
        } catch (XMLStreamException notXml) {
            throw neither();
        }
    }

    private static void element(XMLStreamReader reader) throws Logo.Refused {
        if (!DRAWING.contains(reader.getLocalName()) || !SVG.equals(reader.getNamespaceURI()))
            throw new Logo.Refused(
                    "has <" + reader.getLocalName() + ">, which does not only draw; save it as plain SVG");
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            var name = reader.getAttributeLocalName(i).toLowerCase(Locale.ROOT);
            var value = reader.getAttributeValue(i);
            if (name.startsWith("on")) throw new Logo.Refused("has a script in " + name + "; take it out");
            if (name.equals("href") && !value.strip().startsWith("#"))
                throw new Logo.Refused("refers to something outside of itself; embed nothing and link nothing");
            value(value);
        }
    }

    private static void value(String value) throws Logo.Refused {
        if (LEADS_OUT.matcher(value.toLowerCase(Locale.ROOT)).find())
            throw new Logo.Refused("refers to something outside of itself; embed nothing and link nothing");
    }

    private static Logo.Refused neither() {
        return new Logo.Refused("is neither PNG nor SVG; write the name of such a picture");
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
