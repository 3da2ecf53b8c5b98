package org.postlotse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postlotse.catalogue.Domain;

/** One whole file, and one edit per test. */
class ImportAutoconfigTest {
    @TempDir
    private Path directory;

    @Test
    void a_whole_file_becomes_a_whole_configuration_and_nothing_is_to_be_said() {
        var imported = Imported.of(
                directory, Imported.FILE.replace("<pop3>", "<!--").replace("</pop3>", "-->"), Imported.ADDITIONS);

        assertThat(imported.err()).isEmpty();
        assertThat(imported.status()).isZero();
        var catalogue = imported.catalogue();
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
        var imported = Imported.of(directory, Imported.FILE);

        assertThat(imported.out()).startsWith("# These were not in the file");
        assertThat(imported.err().lines().filter(line -> line.contains("stands in for it")))
                .hasSize(4)
                .anyMatch(
                        line -> line.startsWith("postlotse.cut-off is not in the file") && line.contains("--cut-off"));
        assertThat(imported.catalogue().main().publicUrl()).hasToString("https://postlotse.example.org");
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
        var imported = Imported.of(directory, Imported.FILE.replaceFirst(was, is), Imported.ADDITIONS);

        assertThat(imported.err().lines())
                .filteredOn(line -> line.contains(said))
                .hasSize(1);
        assertThat(imported.err()).contains("Line 8: ");
        assertThat(imported.catalogue().standard().servers())
                .extracting(server -> server.protocol().key())
                .containsExactly("pop3", "smtp");
    }

    /** Thunderbird 149 (2026-01) would show 7. */
    @Test
    void a_number_is_no_name() {
        var imported = Imported.of(directory, Imported.FILE.replace(">Beispiel Mail<", ">007<"), Imported.ADDITIONS);

        assertThat(imported.err())
                .contains("There is no <displayName> for people to read; “example.org” stands in for it.");
        assertThat(imported.catalogue().main().provider().name()).isEqualTo("example.org");
    }

    @Test
    void a_password_may_be_one_way_of_several() {
        var imported = Imported.of(
                directory,
                Imported.FILE.replaceFirst(
                        "<authentication>",
                        "<authentication system=\"sasl\">SCRAM-SHA-256</authentication><authentication>"),
                Imported.ADDITIONS);

        assertThat(imported.err()).contains("without the other way to log in: SCRAM-SHA-256");
        assertThat(imported.catalogue().standard().servers()).hasSize(3);
    }

    @Test
    void hosts_named_after_the_customers_domain_become_exceptions() {
        var imported = Imported.of(
                directory, Imported.FILE.replace("imap.example.org", "imap.%EMAILDOMAIN%"), Imported.ADDITIONS);

        var catalogue = imported.catalogue();
        assertThat(catalogue.standard().servers().getFirst().host()).hasToString("imap.example.org");
        assertThat(catalogue.offer(new Domain("example.net")).orElseThrow().servers())
                .extracting(server -> server.host().name())
                .containsExactly("imap.example.net", "pop.example.org", "smtp.example.org");
    }

    @Test
    void the_local_part_with_the_only_domain_is_the_address() {
        var one = Imported.FILE.replace("<domain>example.net</domain>", "");

        var imported = Imported.of(
                directory, one.replace("%EMAILADDRESS%", "%EMAILLOCALPART%@example.org"), Imported.ADDITIONS);

        assertThat(imported.catalogue().standard().loginName().pattern()).isEqualTo("{address}");
    }

    @Test
    void a_second_server_of_a_protocol_is_a_further_choice_and_a_repeated_one_is_dropped() {
        int begin = Imported.FILE.indexOf("    <incomingServer type=\"imap\">");
        var imap = Imported.FILE.substring(begin, Imported.FILE.indexOf("    <incomingServer type=\"pop3\">"));
        var more = imap + imap.replace("993", "143").replace("SSL", "STARTTLS");

        var imported = Imported.of(directory, Imported.FILE.replace(imap, imap + more), Imported.ADDITIONS);

        assertThat(imported.err())
                .contains("IMAP imap.example.org:993 stands there twice")
                .contains("IMAP imap.example.org:143 is taken over as a further choice")
                .contains("customers are led to the first, IMAP imap.example.org:993");
        assertThat(imported.catalogue().standard().servers()).hasSize(4);
    }

    @Test
    void what_nobody_here_reads_is_named_once_with_its_reason() {
        var rest =
                "<enable visiturl=\"https://www.example.org/imap\"/><oddity/><oddity/><documentation url=\"x\"/></emailProvider>"
                        + "<addressBook type=\"carddav\"/><calendar type=\"caldav\"/><clientConfigUpdate url=\"x\"/>";

        var imported = Imported.of(directory, Imported.FILE.replace("</emailProvider>", rest), Imported.ADDITIONS);

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
        var imported = Imported.of(directory, Imported.FILE.replace(">SSL<", ">plain<"), Imported.ADDITIONS);

        assertThat(imported.out()).isEmpty();
        assertThat(imported.status()).isEqualTo(1);
        assertThat(imported.err()).contains("too few can be taken over");
    }
}
