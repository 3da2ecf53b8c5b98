package org.postlotse.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.postlotse.catalogue.ExampleHoster;
import org.postlotse.document.Route.Method;
import org.postlotse.support.Hostile;

/** Whatever strangers send to the routes of mail programs, it is answered: well-formed, and without repeating it. */
class LookUpFuzzTest {
    private static final String REQUEST = """
            <?xml version="1.0" encoding="utf-8"?>
            <Autodiscover xmlns="http://schemas.microsoft.com/exchange/autodiscover/outlook/requestschema/2006">
              <Request>
                <EMailAddress>erika@example.test</EMailAddress>
                <AcceptableResponseSchema>http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a</AcceptableResponseSchema>
              </Request>
            </Autodiscover>
            """;
    private static final String[] XML = {
        "<!DOCTYPE a [<!ENTITY b \"c\">]>", "&b;", "&#0;", "&#x10FFFF;", "<![CDATA[", "]]>", "<?a b?>", "<!--", "--",
        "<EMailAddress>", "</EMailAddress>", "<LegacyDN>x</LegacyDN>", "\0", "\uFEFF", "xmlns:a=\"", "a:", "/>",
                "mobilesync",
        "encoding=\"utf-16\"", "encoding=\"x\"", "version=\"1.1\"", "erika@müller.example", "@", "&lt;script&gt;"
    };

    private final Served served = served();
    private final Autodiscover autodiscover = new Autodiscover(served, Clock.systemUTC());
    private final MozillaAutoconfig autoconfig = new MozillaAutoconfig(served);

    @Property
    void any_body_is_answered(@ForAll("bodies") byte[] body) {
        var inquiry = new Inquiry(Method.POST, "autodiscover.example.test", "", body);
        // what was given back is ours: how it is escaped is XmlTest's
        assertThat(new String(TestDocument.bytes(autodiscover.answer(inquiry)), StandardCharsets.UTF_8))
                .startsWith("<?xml")
                .endsWith("</Autodiscover>\n")
                .doesNotContain("<script", "Exception");
    }

    @Provide
    Arbitrary<byte[]> bodies() {
        return Arbitraries.oneOf(
                Hostile.damaged(REQUEST, XML), Hostile.damaged(REQUEST, XML), Hostile.bytes(XML), utf16());
    }

    private static Arbitrary<byte[]> utf16() {
        return Hostile.text(XML).map(text -> ("\uFEFF" + REQUEST + text).getBytes(StandardCharsets.UTF_16BE));
    }

    @Property
    void any_host_and_query_are_answered(@ForAll("hosts") String host, @ForAll("queries") String query) {
        var inquiry = TestDocument.get(host, query);
        for (var answer : new Answer[] {autoconfig.answer(inquiry), autodiscover.answer(inquiry)}) {
            switch (answer) {
                case NotServed() -> {}
                case Moved moved -> throw new AssertionError("moved: " + moved);
                case Refused refused -> throw new AssertionError("refused: " + refused);
                case Unfit unfit -> throw new AssertionError("unfit: " + unfit);
                case Document document ->
                    assertThat(new String(document.bytes(), StandardCharsets.UTF_8))
                            .containsAnyOf("example.test", "xn--mller-kva.example")
                            .doesNotContain("<script");
            }
        }
        autoconfig.group(inquiry).ifPresent(group -> assertThat(group.length()).isLessThan(254));
    }

    @Provide
    Arbitrary<String> hosts() {
        return Hostile.text(
                "example.test",
                "autoconfig.",
                "müller.example",
                "xn--",
                "xn--mller-kva.example",
                ".",
                ":443",
                "[::1]",
                "..",
                "_",
                "a".repeat(64),
                "\u3002",
                "ß",
                "%41",
                "@",
                "127.0.0.1",
                "EXAMPLE.TEST");
    }

    @Provide
    Arbitrary<String> queries() {
        return Hostile.text(
                "emailaddress=",
                "email=",
                "EMAILADDRESS=",
                "erika",
                "@",
                "%40",
                "example.test",
                "+",
                "%",
                "%2",
                "%C3",
                "%00",
                "&",
                "=",
                "<script>",
                "müller.example",
                ";",
                "%F0%9F%98%80",
                "emailaddress=erika%40example.test",
                "a".repeat(70));
    }

    private static Served served() {
        var catalogue = ExampleHoster.usual().catalogue();
        return new Served(() -> catalogue);
    }
}
