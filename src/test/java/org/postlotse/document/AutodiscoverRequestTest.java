package org.postlotse.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.document.AutodiscoverRequest.ActiveSync;
import org.postlotse.document.AutodiscoverRequest.Invalid;
import org.postlotse.document.AutodiscoverRequest.Settings;

class AutodiscoverRequestTest {
    private static final String OUTLOOK = """
            <?xml version="1.0" encoding="utf-8"?>
            <Autodiscover xmlns="http://schemas.microsoft.com/exchange/autodiscover/outlook/requestschema/2006">
              <Request>
                <EMailAddress>erika@example.test</EMailAddress>
                <AcceptableResponseSchema>http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a</AcceptableResponseSchema>
              </Request>
            </Autodiscover>
            """;

    @Test
    void reads_what_Outlook_sends() {
        assertThat(read(OUTLOOK)).isEqualTo(wanted("erika@example.test"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"responseschema/2006a", "responseschema/2006"})
    void takes_both_years_of_the_schema(String schema) {
        assertThat(read(OUTLOOK.replace("responseschema/2006a", schema))).isEqualTo(wanted("erika@example.test"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Autodiscover><Request><EMailAddress>erika@example.test</EMailAddress></Request></Autodiscover>",
                "<a:Autodiscover xmlns:a='urn:x'><a:Request><a:EMailAddress> erika@example.test\n</a:EMailAddress></a:Request></a:Autodiscover>",
                "<autodiscover><request><emailaddress>erika@example.test</emailaddress></request></autodiscover>",
                "<A><emailaddress>other@example.test</emailaddress><EMailAddress>erika@example.test</EMailAddress></A>",
                "<A><EMailAddress>erika<!-- so -->@<![CDATA[example.test]]></EMailAddress></A>",
                "<A><EMailAddress>erika@example.test</EMailAddress><AcceptableResponseSchema/></A>",
            })
    void is_tolerant_of_names_and_name_spaces(String body) {
        assertThat(read(body)).isEqualTo(wanted("erika@example.test"));
    }

    @Test
    void resolves_what_XML_escapes() {
        assertThat(read(OUTLOOK.replace("erika@", "r&amp;d@"))).isEqualTo(wanted("r&d@example.test"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-8"})
    void reads_any_encoding_with_its_mark(String name) {
        var marked = "\ufeff" + OUTLOOK.replace("utf-8", name.substring(0, name.length() > 5 ? 6 : 5));
        assertThat(AutodiscoverRequest.read(marked.getBytes(Charset.forName(name))))
                .isEqualTo(wanted("erika@example.test"));
    }

    @Test
    void knows_no_address_where_a_legacy_name_stands() {
        assertThat(read("<A><LegacyDN>/o=First/cn=Recipients/cn=erika</LegacyDN></A>"))
                .isEqualTo(new Settings(java.util.Optional.empty()));
    }

    @Test
    void tells_ActiveSync_by_its_schema_and_by_its_name_space() {
        var mobile = OUTLOOK.replace("/outlook/", "/mobilesync/").replace("2006a", "2006");
        assertThat(read(mobile)).isEqualTo(new ActiveSync());
        assertThat(read(mobile.replaceAll("<Acceptable.*>", ""))).isEqualTo(new ActiveSync());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{}",
                "erika@example.test",
                "<Autodiscover>",
                "<A><EMailAddress>erika@example.test</EMailAddress>",
                "<A/>",
                "<A><EMailAddress/></A>",
                "<A><EMailAddress>erika</EMailAddress></A>",
                "<A><EMailAddress>erika@example.test</EMailAddress><AcceptableResponseSchema>urn:other</AcceptableResponseSchema></A>",
                "<A><EMailAddress>erika&unknown;@example.test</EMailAddress></A>",
                "<!DOCTYPE A><A><EMailAddress>erika@example.test</EMailAddress></A>",
                "<!DOCTYPE A [<!ENTITY x 'erika'>]><A><EMailAddress>&x;@example.test</EMailAddress></A>",
                "<!DOCTYPE A [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><A><EMailAddress>&x;@example.test</EMailAddress></A>",
                "<!DOCTYPE A SYSTEM 'http://127.0.0.1:1/x.dtd'><A><EMailAddress>erika@example.test</EMailAddress></A>",
                "<!DOCTYPE A [<!ENTITY % x SYSTEM 'http://127.0.0.1:1/'>%x;]><A><EMailAddress>erika@example.test</EMailAddress></A>",
            })
    void takes_nothing_else(String body) {
        assertThat(read(body)).isEqualTo(new Invalid());
    }

    @Test
    void stops_at_the_limit() {
        var padded = OUTLOOK + " ".repeat(Inquiry.LONGEST_BODY - OUTLOOK.length());
        assertThat(read(padded)).isEqualTo(wanted("erika@example.test"));
        assertThat(read(padded + " ")).isEqualTo(new Invalid());
    }

    @Test
    void is_not_exhausted_by_depth() {
        assertThat(read("<a>".repeat(20_000))).isEqualTo(new Invalid());
    }

    private static AutodiscoverRequest read(String body) {
        return AutodiscoverRequest.read(body.getBytes(StandardCharsets.UTF_8));
    }

    private static Settings wanted(String address) {
        return new Settings(EmailAddress.parse(address));
    }

    /** The JDK's parser fails for want of a message (25; found by fuzzing). */
    @Test
    void is_invalid_with_a_control_character_in_a_document_type() {
        var body = "<!DOCTYPE a [<!E\0NTITY b \"c\">]><a/>".getBytes(StandardCharsets.UTF_8);
        assertThat(AutodiscoverRequest.read(body)).isEqualTo(new Invalid());
    }
}
