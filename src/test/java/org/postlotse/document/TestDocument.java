package org.postlotse.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.postlotse.document.Route.Method;
import org.w3c.dom.Element;

/** Requests as tests write them, and answers as they read them. */
final class TestDocument {
    private TestDocument() {}

    static Inquiry get(String host, String query) {
        return new Inquiry(Method.GET, host, query, new byte[0]);
    }

    static Inquiry post(String host, String body) {
        return new Inquiry(Method.POST, host, "", body.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] bytes(Answer answer) {
        assertThat(answer).isInstanceOf(Document.class);
        return ((Document) answer).bytes();
    }

    /** The root, read without touching any document type. */
    static Element root(byte[] bytes) {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(bytes))
                    .getDocumentElement();
        } catch (Exception notXml) {
            throw new AssertionError("not XML: " + new String(bytes, StandardCharsets.UTF_8), notXml);
        }
    }

    static List<Element> all(Element root) {
        return named(root, "*");
    }

    static List<Element> named(Element root, String name) {
        var elements = root.getElementsByTagName(name);
        return IntStream.range(0, elements.getLength())
                .mapToObj(i -> (Element) elements.item(i))
                .toList();
    }

    static List<String> texts(Element root, String name) {
        return named(root, name).stream().map(Element::getTextContent).toList();
    }
}
