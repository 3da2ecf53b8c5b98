package org.postlotse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.catalogue.YamlCatalogue;
import picocli.CommandLine;

/** What {@code import autoconfig} said. */
record Imported(int status, String out, String err) {
    /** A whole file with one server of each kind. */
    static final String FILE = """
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
    /** What such a file can not tell. */
    static final String[] ADDITIONS = {
        "--public-url",
        "https://sicher.example.org",
        "--phone",
        "0000 4711",
        "--hours",
        "Mo-Fr 9-17 Uhr",
        "--cut-off",
        "2027-03-01"
    };

    static Imported of(Path directory, String xml, String... options) {
        return of(directory, xml.getBytes(StandardCharsets.UTF_8), options);
    }

    static Imported of(Path directory, byte[] xml, String... options) {
        try {
            var file = Files.write(directory.resolve("config-v1.1.xml"), xml);
            var arguments = new ArrayList<>(List.of("autoconfig", file.toString()));
            arguments.addAll(List.of(options));
            return of(arguments.toArray(String[]::new));
        } catch (IOException unwritable) {
            throw new java.io.UncheckedIOException(unwritable);
        }
    }

    static Imported of(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int status = new CommandLine(new Import())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Imported(status, out.toString(), err.toString());
    }

    /** The configuration that it wrote, read as the product reads it. */
    Catalogue catalogue() {
        var written = new YamlCatalogue(out);
        assertThat(written.faults()).as(out).isEmpty();
        return written.catalogue();
    }
}
