package org.postlotse.document;

import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.postlotse.catalogue.EmailAddress;

/** What a program posts to Autodiscover, read tolerantly: any name space, names in any case, any media type. */
sealed interface AutodiscoverRequest {
    /** Settings for mail are wanted; whose, is unknown where a LegacyDN stands instead of an address. */
    record Settings(Optional<EmailAddress> address) implements AutodiscoverRequest {}

    /** Exchange ActiveSync is wanted. */
    record ActiveSync() implements AutodiscoverRequest {}

    /** No XML, XML with a document type, or nothing that could be answered. */
    record Invalid() implements AutodiscoverRequest {}

    static AutodiscoverRequest read(byte[] body) {
        if (body.length > Inquiry.LONGEST_BODY) return new Invalid();
        try {
            return of(elements(body));
        } catch (XMLStreamException | MissingResourceException notWellFormed) {
            // JDK 25 has no words for a control character in a document type, and fails for want of them
            return new Invalid();
        }
    }

    private static AutodiscoverRequest of(Elements elements) {
        // clients send …2006 as well as …2006a; ActiveSync says so in its schema or only in its name space
        var schema = elements.value("AcceptableResponseSchema").orElse("");
        if (schema.startsWith("http://schemas.microsoft.com/exchange/autodiscover/mobilesync/responseschema/2006")
                || schema.isEmpty() && elements.namespace().contains("/mobilesync/")) return new ActiveSync();
        if (!schema.isEmpty()
                && !schema.startsWith("http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006"))
            return new Invalid();
        var address = elements.value("EMailAddress").flatMap(EmailAddress::parse);
        return address.isPresent() || elements.value("LegacyDN").isPresent() ? new Settings(address) : new Invalid();
    }

    /**
     * The texts of a document's elements, the first of each name.
     *
     * @param namespace the root's; empty when it has none
     */
    record Elements(String namespace, Map<String, String> texts) {
        /** By its exact name, else by the name in any case; empty when it is blank. */
        Optional<String> value(String name) {
            return Optional.ofNullable(texts.get(name))
                    .or(() -> texts.entrySet().stream()
                            .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                            .map(Map.Entry::getValue)
                            .findFirst())
                    .filter(text -> !text.isEmpty());
        }
    }

    private static Elements elements(byte[] body) throws XMLStreamException {
        var reader = factory().createXMLStreamReader(new StringReader(decoded(body)));
        var texts = new LinkedHashMap<String, String>();
        var text = new StringBuilder();
        var namespace = Optional.<String>empty();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    text.setLength(0);
                    if (namespace.isEmpty()) namespace = Optional.of(namespace(reader));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    texts.putIfAbsent(reader.getLocalName(), text.toString().strip());
                    text.setLength(0);
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XMLStreamException("no document type, and so no entities");
                default -> {}
            }
        }
        return new Elements(namespace.orElse(""), texts);
    }

    /** In UTF-16 by its mark, else in UTF-8. The JDK's parser (25) prints a line for every byte that it can not read. */
    private static String decoded(byte[] body) {
        boolean utf16 = body.length > 1 && Set.of(0xFEFF, 0xFFFE).contains((body[0] & 0xFF) << 8 | body[1] & 0xFF);
        Charset charset = utf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        var text = new String(body, charset);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String namespace(XMLStreamReader reader) {
        var namespace = reader.getNamespaceURI();
        return namespace == null ? "" : namespace;
    }

    /** The JDK's own parser, with nothing that could reach out or grow: no DTD, no entity. */
    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
