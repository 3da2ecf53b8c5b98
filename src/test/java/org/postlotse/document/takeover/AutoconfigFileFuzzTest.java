package org.postlotse.document.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.postlotse.support.Hostile;

/** Any bytes are a file that is taken over, or one that is refused in a sentence. */
class AutoconfigFileFuzzTest {
    private static final String FILE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <clientConfig version="1.1">
              <emailProvider id="example.test">
                <domain>example.test</domain>
                <displayName>Beispiel</displayName>
                <incomingServer type="imap">
                  <hostname>mail.example.test</hostname>
                  <port>993</port>
                  <socketType>SSL</socketType>
                  <authentication>password-cleartext</authentication>
                  <username>%EMAILADDRESS%</username>
                </incomingServer>
                <outgoingServer type="smtp">
                  <hostname>mail.%EMAILDOMAIN%</hostname>
                  <port>587</port>
                  <socketType>STARTTLS</socketType>
                  <authentication>password-cleartext</authentication>
                  <username>%EMAILADDRESS%</username>
                </outgoingServer>
                <documentation url="https://www.example.test/"><descr lang="de">Hilfe</descr></documentation>
              </emailProvider>
              <webMail><loginPage url="https://webmail.example.test/"/></webMail>
            </clientConfig>
            """;
    private static final String[] PIECES = {
        "<!DOCTYPE a SYSTEM \"file:///etc/passwd\">",
        "<!DOCTYPE a [<!ENTITY b \"c\">]>",
        "&b;",
        "&#0;",
        "<![CDATA[",
        "]]>",
        "<a>",
        "</a>",
        "<domain>",
        "</domain>",
        "%EMAILDOMAIN%",
        "%EMAILLOCALPART%",
        "99999",
        "-1",
        "0",
        "plain",
        "\0",
        "\uFEFF",
        "encoding=\"utf-16\"",
        "encoding=\"ebcdic\"",
        "encoding=\"\"",
        "xn--",
        "müller.example",
        "https://",
        "http://%",
        "\ud83d\ude00",
        "<emailProvider>",
        "<incomingServer type=\"pop3\">",
        "a".repeat(300)
    };

    @Property
    void any_file_is_taken_or_refused_in_a_sentence(@ForAll("files") byte[] file) {
        switch (AutoconfigFile.read(file)) {
            case Takeover.Taken taken -> assertThat(taken.servers()).hasSizeGreaterThan(1);
            case Takeover.Refused refused ->
                assertThat(refused.why()).isNotBlank().doesNotContain("Exception", "\n");
        }
    }

    @Provide
    Arbitrary<byte[]> files() {
        return Arbitraries.oneOf(
                Hostile.damaged(FILE, PIECES),
                Hostile.damaged(FILE, PIECES),
                Hostile.bytes(PIECES),
                Hostile.text(PIECES).map(text -> (FILE + text).getBytes(StandardCharsets.UTF_16)));
    }
}
