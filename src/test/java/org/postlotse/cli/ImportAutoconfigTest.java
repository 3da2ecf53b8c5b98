package org.postlotse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postlotse.catalogue.Domain;
import org.postlotse.catalogue.YamlCatalogue;

/** One whole file, and one edit per test. */
class ImportAutoconfigTest {
    private static final String FILE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <clientConfig version="1.1">
              <emailProvider id="example.org">
                <domain>example.org</domain>
                <domain>example.net</domain>
                <displayName>Beispiel Mail</displayName>
                <displayShortName>Beispiel</displayShortName>
                <incomingServer type="imap">
                  <hostname>imap.example.org</hostname>
                  <port>993</port>
                  <socketType>SSL</socketType>
                  <authentication>password-cleartext</authentication>
                  <username>%EMAILADDRESS%</username>
                </incomingServer>
                <incomingServer type="pop3">
                  <hostname>pop.example.org</hostname>
                  <port>110</port>
                  <socketType>STARTTLS</socketType>
                  <authentication>password-cleartext</authentication>
                  <username>%EMAILADDRESS%</username>
                  <pop3><leaveMessagesOnServer>true</leaveMessagesOnServer></pop3>
                </incomingServer>
                <outgoingServer type="smtp">
                  <hostname>smtp.example.org</hostname>
                  <port>465</port>
                  <socketType>SSL</socketType>
                  <authentication>password-cleartext</authentication>
                  <username>%EMAILADDRESS%</username>
                </outgoingServer>
                <documentation url="https://www.example.org/hilfe"><descr lang="de">Hilfe</descr></documentation>
              </emailProvider>
              <webMail><loginPage url="https://webmail.example.org/"/></webMail>
            </clientConfig>
            """;
    private static final String[] ADDITIONS = {
        "--public-url",
        "https://sicher.example.org",
        "--phone",
        "0000 4711",
        "--hours",
        "Mo-Fr 9-17 Uhr",
        "--cut-off",
        "2027-03-01"
    };

    @TempDir
    private Path directory;

    @Test
    void a_whole_file_becomes_a_whole_configuration_and_nothing_is_to_be_said() {
        var imported = Imported.of(directory, FILE.replace("<pop3>", "<!--").replace("</pop3>", "-->"), ADDITIONS);

        assertThat(imported.err()).isEmpty();
        assertThat(imported.status()).isZero();
        var catalogue = read(imported);
        assertThat(catalogue.main().provider().name()).isEqualTo("Beispiel Mail");
        assertThat(catalogue.main().provider().webmail()).hasToString("https://webmail.example.org/");
        assertThat(catalogue.main().provider().help()).hasToString("https://www.example.org/hilfe");
        assertThat(catalogue.main().provider().phone()).isEqualTo("0000 4711");
        assertThat(catalogue.main().timeline().cutOff()).hasToString("2027-03-01");
        assertThat(catalogue.domains()).containsExactlyInAnyOrder(new Domain("example.org"), new Domain("example.net"));
        assertThat(catalogue.standard().servers())
                .extracting(Object::toString)
                .containsExactly(
                        "imap://imap.example.org:993/tls",
                        "pop3://pop.example.org:110/starttls",
                        "smtp://smtp.example.org:465/tls");
    }

    @Test
    void what_the_file_can_not_tell_is_stood_in_for_and_named() {
        var imported = Imported.of(directory, FILE);

        assertThat(imported.out()).startsWith("# These were not in the file");
        assertThat(imported.err().lines().filter(line -> line.contains("stands in for it")))
                .hasSize(4)
                .anyMatch(
                        line -> line.startsWith("postlotse.cut-off is not in the file") && line.contains("--cut-off"));
        assertThat(read(imported).main().publicUrl()).hasToString("https://postlotse.example.org");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<port>993</port> | <port>99300</port> | Line 8: The server imap imap.example.org:99300 is not taken over: its port",
                "<socketType>SSL | <socketType>plain | it is unencrypted (socketType plain)",
                "<socketType>SSL | <socketType>TLS | its socketType “TLS” is none",
                "<socketType>SSL | <socketType>STARTTLS | contradict each other; port 993 speaks SSL/TLS",
                "password-cleartext | password-encrypted | only password-encrypted (CRAM-MD5",
                "password-cleartext | GSSAPI | only GSSAPI (Kerberos)",
                "password-cleartext | NTLM | only NTLM (a Windows log-in)",
                "password-cleartext | OAuth2 | only OAuth2 (a log-in page in a browser)",
                "%EMAILADDRESS% | erika | its user name “erika” is the same for everybody",
                "%EMAILADDRESS% | %EMAILLOCALPART%-%EMAILDOMAIN% | is put together in a way",
                "%EMAILADDRESS% | %EMAILLOCALPART% | its user name is {localpart}, that of the others {address}",
                "<username>%EMAILADDRESS%</username> | <username/> | it names no user name",
                "imap.example.org | imap_1.example.org | no host name",
                "imap.example.org | 192.0.2.1 | no host name",
                "type=\"imap\" | type=\"jmap\" | the type “jmap” is not offered",
            })
    void a_server_that_can_not_be_offered_is_said_with_its_line_and_the_reason(String was, String is, String said) {
        var imported = Imported.of(directory, FILE.replaceFirst(was, is), ADDITIONS);

        assertThat(imported.err().lines())
                .filteredOn(line -> line.contains(said))
                .hasSize(1);
        assertThat(imported.err()).contains("Line 8: ");
        assertThat(read(imported).standard().servers())
                .extracting(server -> server.protocol().key())
                .containsExactly("pop3", "smtp");
    }

    /** Thunderbird 149 (2026-01) would show 7. */
    @Test
    void a_number_is_no_name() {
        var imported = Imported.of(directory, FILE.replace(">Beispiel Mail<", ">007<"), ADDITIONS);

        assertThat(imported.err())
                .contains("There is no <displayName> for people to read; “example.org” stands in for it.");
        assertThat(read(imported).main().provider().name()).isEqualTo("example.org");
    }

    @Test
    void a_password_may_be_one_way_of_several() {
        var imported = Imported.of(
                directory,
                FILE.replaceFirst(
                        "<authentication>",
                        "<authentication system=\"sasl\">SCRAM-SHA-256</authentication><authentication>"),
                ADDITIONS);

        assertThat(imported.err()).contains("without the other way to log in: SCRAM-SHA-256");
        assertThat(read(imported).standard().servers()).hasSize(3);
    }

    @Test
    void hosts_named_after_the_customers_domain_become_exceptions() {
        var imported = Imported.of(directory, FILE.replace("imap.example.org", "imap.%EMAILDOMAIN%"), ADDITIONS);

        var catalogue = read(imported);
        assertThat(catalogue.standard().servers().getFirst().host()).hasToString("imap.example.org");
        assertThat(catalogue.offer(new Domain("example.net")).orElseThrow().servers())
                .extracting(server -> server.host().name())
                .containsExactly("imap.example.net", "pop.example.org", "smtp.example.org");
    }

    @Test
    void the_local_part_with_the_only_domain_is_the_address() {
        var one = FILE.replace("<domain>example.net</domain>", "");

        var imported = Imported.of(directory, one.replace("%EMAILADDRESS%", "%EMAILLOCALPART%@example.org"), ADDITIONS);

        assertThat(read(imported).standard().loginName().pattern()).isEqualTo("{address}");
    }

    @Test
    void a_second_server_of_a_protocol_is_a_further_choice_and_a_repeated_one_is_dropped() {
        int begin = FILE.indexOf("    <incomingServer type=\"imap\">");
        var imap = FILE.substring(begin, FILE.indexOf("    <incomingServer type=\"pop3\">"));
        var more = imap + imap.replace("993", "143").replace("SSL", "STARTTLS");

        var imported = Imported.of(directory, FILE.replace(imap, imap + more), ADDITIONS);

        assertThat(imported.err())
                .contains("IMAP imap.example.org:993 stands there twice")
                .contains("IMAP imap.example.org:143 is taken over as a further choice")
                .contains("customers are led to the first, IMAP imap.example.org:993");
        assertThat(read(imported).standard().servers()).hasSize(4);
    }

    @Test
    void what_nobody_here_reads_is_named_once_with_its_reason() {
        var rest =
                "<enable visiturl=\"https://www.example.org/imap\"/><oddity/><oddity/><documentation url=\"x\"/></emailProvider>"
                        + "<addressBook type=\"carddav\"/><calendar type=\"caldav\"/><clientConfigUpdate url=\"x\"/>";

        var imported = Imported.of(directory, FILE.replace("</emailProvider>", rest), ADDITIONS);

        assertThat(imported.err())
                .contains("must first switch something on at “https://www.example.org/imap”")
                .contains("<oddity> (2 times) is not taken over: this element is unknown here")
                .contains("<pop3> is not taken over: whether mail stays on the server is told by the guides")
                .contains("<addressBook> is not taken over")
                .contains("<calendar> is not taken over")
                .contains("The help page “x” is not taken over")
                .contains("<clientConfigUpdate> is not taken over");
        assertThat(imported.status()).isZero();
    }

    @Test
    void where_nothing_is_left_to_offer_no_configuration_is_written() {
        var imported = Imported.of(directory, FILE.replace(">SSL<", ">plain<"), ADDITIONS);

        assertThat(imported.out()).isEmpty();
        assertThat(imported.status()).isEqualTo(1);
        assertThat(imported.err()).contains("too few can be taken over");
    }

    @Test
    void a_strangers_dollar_signs_ask_the_settings_for_nothing() {
        var name = "A ${user.home} \\${user.dir} $$ $x";

        var imported = Imported.of(directory, FILE.replace("Beispiel Mail", name), ADDITIONS);

        assertThat(read(imported).main().provider().name()).isEqualTo(name);
    }

    @Test
    void a_strangers_words_can_not_steer_the_terminal() {
        var imported = Imported.of(
                directory, FILE.replaceFirst("%EMAILADDRESS%", "\u009b2J\u202e" + "x".repeat(500)), ADDITIONS);

        assertThat(imported.err()).doesNotContain("\u009b", "\u202e").doesNotContain("x".repeat(100));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE clientConfig SYSTEM \"file:///etc/passwd\"><clientConfig/>",
                "<!DOCTYPE a [<!ENTITY b \"c\">]><clientConfig>&b;</clientConfig>"
            })
    void a_document_type_is_refused(String xml) {
        var imported = Imported.of(directory, xml);

        assertThat(imported.status()).isEqualTo(1);
        assertThat(imported.err()).startsWith("Line 1, column ").contains("document type (DOCTYPE)");
        assertThat(imported.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<clientConfig>\\n  <a></b></clientConfig> | Line 2, column ",
                "<clientConfig/><more/> | this is not well-formed XML",
                "<clientConfig>&eacute;</clientConfig> | Line 1, column ",
                "<html/> | This is no autoconfig file: its root is <html>",
                "plain words | this is not well-formed XML",
                "<clientConfig/> | The file has no <emailProvider>.",
            })
    void a_broken_file_gets_one_plain_sentence(String xml, String said) {
        var imported = Imported.of(directory, xml.replace("\\n", "\n"));

        assertThat(imported.status()).isEqualTo(1);
        assertThat(imported.err().lines()).hasSize(1).first().asString().contains(said);
        assertThat(imported.err()).doesNotContain("Exception", "\tat ");
    }

    @Test
    void the_file_may_be_in_any_encoding_that_it_names() {
        var name = FILE.replace("Beispiel Mail", "Größe");

        for (var charset : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16)) {
            var bytes = name.replace("UTF-8", charset.name()).getBytes(charset);
            assertThat(read(Imported.of(directory, bytes)).main().provider().name())
                    .isEqualTo("Größe");
        }
        assertThat(Imported.of(directory, name.getBytes(StandardCharsets.ISO_8859_1))
                        .err())
                .isEqualToIgnoringNewLines("Line 6: a character there is not written in UTF-8.");
        assertThat(Imported.of(directory, name.replace("UTF-8", "x-none")).err())
                .contains("“x-none”");
    }

    @Test
    void nothing_can_grow_without_end() {
        for (var xml : List.of(
                "<a>".repeat(40) + "</a>".repeat(40),
                "<a>" + "<b/>".repeat(20_001) + "</a>",
                "<a "
                        + String.join(
                                " ",
                                java.util.stream.IntStream.range(0, 70)
                                        .mapToObj(i -> "a" + i + "=''")
                                        .toList())
                        + "/>",
                "<a>" + " ".repeat(1024 * 1024) + "</a>",
                "")) {
            var imported = Imported.of(directory, xml);

            assertThat(imported.status()).isEqualTo(1);
            assertThat(imported.err()).containsAnyOf("deep", "20000 elements", "64 attributes", "1 MiB", "empty");
        }
    }

    @Test
    void a_file_that_is_not_there_is_said_so() {
        var imported = Imported.of("autoconfig", directory.resolve("none.xml").toString());

        assertThat(imported.status()).isEqualTo(1);
        assertThat(imported.err()).contains("can not be read: there is none");
    }

    private static org.postlotse.catalogue.Catalogue read(Imported imported) {
        var written = new YamlCatalogue(imported.out());
        assertThat(written.faults()).as(imported.out()).isEmpty();
        return written.catalogue();
    }
}
