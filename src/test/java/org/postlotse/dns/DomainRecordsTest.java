package org.postlotse.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.postlotse.catalogue.ConnectionSecurity;
import org.postlotse.catalogue.Domain;
import org.postlotse.catalogue.ExampleHoster;
import org.postlotse.catalogue.Host;
import org.postlotse.catalogue.Offer;
import org.postlotse.catalogue.Protocol;
import org.xbill.DNS.Master;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;

class DomainRecordsTest {
    private static final String DIGEST = "v=UAAC1; a=sha256; d=ZJPEI2EObEtmqXzwXT6wHf86DWsjm38sEj1IdVvC6tA=";
    private static final Host PAGES = new Host("sicher.example.test");

    @Test
    void the_usual_hoster() {
        assertThat(zone(ExampleHoster.usual(), "example.test", List.of())).isEqualTo("""
                autoconfig.example.test. 3600 IN CNAME sicher.example.test.
                autodiscover.example.test. 3600 IN CNAME sicher.example.test.
                _autodiscover._tcp.example.test. 3600 IN SRV 0 0 443 sicher.example.test.
                _pop3s._tcp.example.test. 3600 IN SRV 0 1 995 mail01.example.test.
                _imaps._tcp.example.test. 3600 IN SRV 10 1 993 mail01.example.test.
                _submission._tcp.example.test. 3600 IN SRV 0 1 587 mail01.example.test.
                _imap._tcp.example.test. 3600 IN SRV 0 0 0 .
                _pop3._tcp.example.test. 3600 IN SRV 0 0 0 .
                _submissions._tcp.example.test. 3600 IN SRV 0 0 0 .
                """);
    }

    @Test
    void what_is_not_offered_is_denied() {
        var only = ExampleHoster.usual()
                .with(
                        ExampleHoster.server(Protocol.IMAP, "imap.example.test", 993, ConnectionSecurity.TLS),
                        ExampleHoster.server(Protocol.SMTP, "smtp.example.test", 465, ConnectionSecurity.TLS));

        assertThat(zone(only, "example.test", List.of()))
                .contains("_pop3s._tcp.example.test. 3600 IN SRV 0 0 0 .\n")
                .contains("_submissions._tcp.example.test. 3600 IN SRV 0 1 465 smtp.example.test.\n")
                .contains("_submission._tcp.example.test. 3600 IN SRV 0 0 0 .\n");
    }

    @Test
    void addresses_stand_instead_of_the_alias_where_that_is_wanted() throws IOException {
        var addresses = List.of(InetAddress.getByName("192.0.2.7"), InetAddress.getByName("2001:db8::7"));

        assertThat(zone(ExampleHoster.usual(), "example.test", addresses)).startsWith("""
                        autoconfig.example.test. 3600 IN A 192.0.2.7
                        autoconfig.example.test. 3600 IN AAAA 2001:db8:0:0:0:0:0:7
                        autodiscover.example.test. 3600 IN A 192.0.2.7
                        """);
    }

    @Test
    void an_international_domain_stands_there_in_letters_of_dns() {
        assertThat(zone(ExampleHoster.usual(), "müller.example", List.of()))
                .startsWith("autoconfig.xn--mller-kva.example. 3600 IN CNAME sicher.example.test.\n");
    }

    @Test
    void the_pages_own_name_is_no_alias_of_itself() {
        var offer = offer(ExampleHoster.usual(), "example.test");

        assertThat(new DomainRecords(offer, new Host("autoconfig.example.test"), List.of(), 443, Optional.of(DIGEST))
                        .all())
                .extracting(DnsRecord::name)
                .doesNotContain("autoconfig.example.test.")
                .contains("autodiscover.example.test.");
    }

    @Test
    void a_name_that_would_be_too_long_for_dns_is_left_out() {
        var longest = ("a".repeat(60) + ".").repeat(4) + "example";

        assertThat(new DomainRecords(offerOf(new Domain(longest)), PAGES, List.of(), 443, Optional.of(DIGEST)).all())
                .allSatisfy(record -> assertThat(record.name().length()).isLessThanOrEqualTo(254));
    }

    @Test
    void a_document_of_pacc_has_a_name_and_a_digest() {
        var records = new DomainRecords(
                offer(ExampleHoster.usual(), "example.test"), PAGES, List.of(), 443, Optional.of(DIGEST));

        assertThat(DomainRecords.zoneText(records.all()))
                .contains("ua-auto-config.example.test. 3600 IN CNAME sicher.example.test.\n")
                .contains("_ua-auto-config.example.test. 3600 IN TXT \"" + DIGEST + "\"\n");
    }

    @Test
    void a_zone_files_reader_understands_every_line() throws IOException {
        var records = new DomainRecords(
                        offer(ExampleHoster.usual(), "example.test"), PAGES, List.of(), 443, Optional.of(DIGEST))
                .all();
        var text = DomainRecords.zoneText(records).getBytes(StandardCharsets.US_ASCII);
        var read = new ArrayList<String>();
        try (var reader = new Master(new ByteArrayInputStream(text), Name.root)) {
            for (Record next = reader.nextRecord(); next != null; next = reader.nextRecord())
                read.add(next.getName() + " " + next.rdataToString());
        }

        assertThat(read)
                .isEqualTo(records.stream()
                        .map(record -> record.name() + " " + record.data())
                        .toList());
    }

    private static String zone(ExampleHoster hoster, String domain, List<InetAddress> addresses) {
        return DomainRecords.zoneText(
                new DomainRecords(offer(hoster, domain), PAGES, addresses, 443, Optional.empty()).all());
    }

    private static Offer offerOf(Domain domain) {
        var usual = offer(ExampleHoster.usual(), "example.test");
        return new Offer(domain, usual.provider(), usual.servers(), usual.loginName());
    }

    private static Offer offer(ExampleHoster hoster, String domain) {
        return hoster.catalogue().offer(Domain.parse(domain).orElseThrow()).orElseThrow();
    }
}
