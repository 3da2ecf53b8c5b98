package org.postlotse.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlTest {
    @Test
    void indents_children_and_keeps_values_on_one_line() {
        var xml = Xml.element("a")
                .attribute("version", "1.1")
                .add(Xml.element("b", "text"), Xml.element("c").add(Xml.element("d")));
        assertThat(text(xml)).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <a version="1.1">
                  <b>text</b>
                  <c>
                    <d/>
                  </c>
                </a>
                """);
    }

    @Test
    void begins_with_its_declaration_and_no_byte_order_mark() {
        assertThat(Xml.element("a").document()).startsWith("<?xml".getBytes(StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Müller & Söhne",
                "<script>alert('x')</script>",
                "\"quoted\" 'too'",
                "漢字",
                "😀",
                "]]>",
                "&amp;",
                "1&1"
            })
    void says_back_whatever_it_was_told(String value) throws Exception {
        var bytes = Xml.element("a")
                .attribute("key", value)
                .add(Xml.element("b", value))
                .document();
        var root = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(bytes))
                .getDocumentElement();
        assertThat(root.getAttribute("key")).isEqualTo(value);
        assertThat(root.getElementsByTagName("b").item(0).getTextContent()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "a\nb", "\t", "\u001b[0m", "\u007f", "\u0085", "\ud83d", "\ufffe", "\uffff"})
    void refuses_what_XML_can_not_carry_and_control_characters(String value) {
        var inText = Xml.element("a", value);
        var inAttribute = Xml.element("a").attribute("b", value);
        assertThatIllegalArgumentException().isThrownBy(inText::document).withMessageStartingWith("U+");
        assertThatIllegalArgumentException().isThrownBy(inAttribute::document);
    }

    @Test
    void refuses_children_beside_text() {
        var xml = Xml.element("a", "text");
        assertThatIllegalStateException().isThrownBy(() -> xml.add(Xml.element("b")));
    }

    private static String text(Xml xml) {
        return new String(xml.document(), StandardCharsets.UTF_8);
    }
}
