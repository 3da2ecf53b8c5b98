package org.postlotse.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postlotse.catalogue.Domain;
import org.postlotse.catalogue.YamlCatalogue;
import org.postlotse.demo.ThrowAwayAuthority;
import org.postlotse.demo.ThrowAwayAuthority.Wanted;
import org.postlotse.dns.DomainFinding.State;
import org.postlotse.probe.TestCertificates;
import org.postlotse.support.DnsServer;
import org.xbill.DNS.Rcode;

/** A domain's records, asked of a real server, and certificates, looked at over real TLS. */
class DomainLookTest {
    private static final Domain CUSTOMER = new Domain("customer.test");
    private static final String OURS = "sicher.example.test. 300 IN A 127.0.0.1\n";

    private final ThrowAwayAuthority authority = ThrowAwayAuthority.root("Tests");
    private String dav = "";
    private Optional<String> pacc = Optional.empty();
    private final DnsServer zone = DnsServer.start();
    private final AtomicInteger strangers = new AtomicInteger();
    private final Handshakes tls =
            Handshakes.with(authority.issue(Wanted.server("sicher.example.test", "autoconfig.customer.test")));
    private ServerSocket elsewhere = new ServerSocket();

    DomainLookTest() throws IOException {}

    @BeforeEach
    void listen() throws IOException {
        elsewhere = new ServerSocket(tls.port(), 20, InetAddress.getByName("127.0.0.2"));
        Thread.ofVirtual().start(this::count);
    }

    @AfterEach
    void close() throws IOException {
        zone.close();
        tls.close();
        elsewhere.close();
    }

    @Test
    void names_that_lead_to_us_are_right_and_their_certificates_are_looked_at() {
        zone.with(OURS + """
                autoconfig.customer.test. 300 IN CNAME sicher.example.test.
                autodiscover.customer.test. 300 IN A 127.0.0.1
                """);

        var report = look();

        assertThat(finding(report, "autoconfig.customer.test"))
                .satisfies(found -> assertThat(found.state()).isEqualTo(State.RIGHT))
                .satisfies(found -> assertThat(found.seen()).containsExactly("sicher.example.test", "127.0.0.1"))
                .satisfies(found ->
                        assertThat(found.certificate().orElseThrow().valid()).isTrue());
        assertThat(finding(report, "autodiscover.customer.test")
                        .certificate()
                        .orElseThrow()
                        .kind())
                .isEqualTo("certificate-wrong-host");
        assertThat(report.wantsWork()).isTrue();
    }

    @Test
    void a_name_that_leads_elsewhere_is_told_and_never_connected_to() {
        zone.with(OURS + """
                autoconfig.customer.test. 300 IN A 127.0.0.2
                autodiscover.customer.test. 300 IN A 127.0.0.1
                autodiscover.customer.test. 300 IN A 127.0.0.2
                """);

        var report = look();

        for (var name : List.of("autoconfig.customer.test", "autodiscover.customer.test"))
            assertThat(finding(report, name))
                    .satisfies(found -> assertThat(found.state()).isEqualTo(State.ELSEWHERE))
                    .satisfies(found -> assertThat(found.certificate()).isEmpty());
        assertThat(strangers).hasValue(0);
        assertThat(report.toPaste()).contains("autoconfig.customer.test. 3600 IN CNAME sicher.example.test.\n");
    }

    @Test
    void an_alias_of_ours_that_somebody_else_answers_for_is_not_believed() {
        zone.with("""
                autoconfig.customer.test. 300 IN CNAME settings.example.net.
                settings.example.net. 300 IN A 127.0.0.2
                """ + OURS);

        assertThat(finding(look(), "autoconfig.customer.test").state()).isEqualTo(State.ELSEWHERE);
        assertThat(strangers).hasValue(0);
    }

    @Test
    void what_is_not_there_is_missing_or_advised() {
        zone.with(OURS);

        var report = look();

        assertThat(finding(report, "autoconfig.customer.test").state()).isEqualTo(State.MISSING);
        assertThat(finding(report, "_imaps._tcp.customer.test").state()).isEqualTo(State.ADVISED);
        assertThat(finding(report, "_imap._tcp.customer.test").state()).isEqualTo(State.ADVISED);
        assertThat(report.toPaste().lines()).hasSize(9);
    }

    @Test
    void services_are_compared_by_where_they_lead_to() {
        zone.with(OURS + """
                _imaps._tcp.customer.test. 300 IN SRV 5 7 993 Mail01.Example.test.
                _pop3s._tcp.customer.test. 300 IN SRV 0 1 995 old.example.test.
                _imap._tcp.customer.test. 300 IN SRV 0 0 0 .
                _pop3._tcp.customer.test. 300 IN SRV 0 1 110 mail01.example.test.
                _autodiscover._tcp.customer.test. 300 IN SRV 0 0 443 autodiscover.other.test.
                """);

        var report = look();

        assertThat(finding(report, "_imaps._tcp.customer.test").state()).isEqualTo(State.RIGHT);
        assertThat(finding(report, "_pop3s._tcp.customer.test").state()).isEqualTo(State.WRONG);
        assertThat(finding(report, "_imap._tcp.customer.test").state()).isEqualTo(State.RIGHT);
        assertThat(finding(report, "_pop3._tcp.customer.test").state()).isEqualTo(State.WRONG);
        assertThat(finding(report, "_autodiscover._tcp.customer.test").state()).isEqualTo(State.ELSEWHERE);
    }

    @Test
    void a_server_that_fails_is_no_answer_and_nothing_is_to_be_pasted_for_it() {
        zone.with(OURS)
                .failing("autoconfig.customer.test.", Rcode.SERVFAIL)
                .failing("_imaps._tcp.customer.test.", Rcode.SERVFAIL)
                .failing("customer.test.", Rcode.REFUSED);

        var report = look();

        assertThat(finding(report, "autoconfig.customer.test").state()).isEqualTo(State.UNKNOWN);
        assertThat(finding(report, "_imaps._tcp.customer.test").state()).isEqualTo(State.UNKNOWN);
        assertThat(finding(report, "customer.test").state()).isEqualTo(State.UNKNOWN);
        assertThat(report.toPaste()).doesNotContain("autoconfig.", "_imaps.");
    }

    @ParameterizedTest
    @CsvSource({
        "v=UAAC1; a=sha256; d=right=, RIGHT",
        "d=right= ;x=y; a=sha256;v=UAAC1;, RIGHT",
        "v=UAAC1; a=sha256; d=other=, WRONG",
        "v=UAAC1; a=sha256; d=right=; d=right=, WRONG",
        "v=UAAC2; a=sha256; d=right=, WRONG"
    })
    void a_digest_of_pacc_is_compared_tag_by_tag(String text, State state) {
        pacc = Optional.of("v=UAAC1; a=sha256; d=right=");
        zone.with(OURS + "_ua-auto-config.customer.test. 300 IN TXT \"" + text + "\"");

        assertThat(finding(look(), "_ua-auto-config.customer.test").state()).isEqualTo(state);
    }

    @Test
    void pacc_is_advised_where_there_is_a_document() {
        zone.with(OURS);
        assertThat(look().findings())
                .extracting(DomainFinding::name)
                .noneMatch(name -> name.contains("ua-auto-config"));

        pacc = Optional.of("v=UAAC1; a=sha256; d=right=");
        assertThat(finding(look(), "_ua-auto-config.customer.test").state()).isEqualTo(State.ADVISED);
        assertThat(finding(look(), "ua-auto-config.customer.test").state()).isEqualTo(State.ADVISED);
    }

    @Test
    void dav_has_a_service_and_a_path() {
        dav = "    contacts: https://dav.example.test/books/\n";
        zone.with(OURS + """
                _carddavs._tcp.customer.test. 300 IN SRV 0 1 443 dav.example.test.
                _carddavs._tcp.customer.test. 300 IN TXT "path=/elsewhere/"
                """);

        assertThat(look().findings())
                .filteredOn(found -> found.name().equals("_carddavs._tcp.customer.test"))
                .extracting(found -> found.type() + " " + found.state())
                .containsExactlyInAnyOrder("SRV RIGHT", "TXT WRONG");
    }

    @Test
    void where_mail_goes_is_told() {
        zone.with(OURS + "customer.test. 300 IN MX 10 mx.other.test.");

        assertThat(finding(look(), "customer.test"))
                .satisfies(found -> assertThat(found.state()).isEqualTo(State.ELSEWHERE))
                .satisfies(found -> assertThat(found.seen()).containsExactly("mx.other.test"));

        zone.with("customer.test. 300 IN MX 20 mx.example.test.");
        assertThat(finding(look(), "customer.test").state()).isEqualTo(State.RIGHT);
    }

    @Test
    void a_domain_that_is_complete_wants_no_work() {
        zone.with(OURS + """
                customer.test. 300 IN MX 20 mx.example.test.
                autoconfig.customer.test. 300 IN CNAME sicher.example.test.
                autodiscover.customer.test. 300 IN CNAME autoconfig.customer.test.
                """
                + DomainRecords.zoneText(desk().records(CUSTOMER).orElseThrow().stream()
                        .filter(record -> record.type().equals("SRV"))
                        .toList()));

        var report = look();

        assertThat(report.findings()).extracting(DomainFinding::state).containsOnly(State.RIGHT);
        assertThat(report.toPaste()).isEmpty();
        assertThat(report.findings().stream().filter(DomainFinding::wantsWork))
                .as("autodiscover has no certificate of its own here")
                .singleElement()
                .satisfies(found -> assertThat(found.name()).isEqualTo("autodiscover.customer.test"));
    }

    @Test
    void a_stranger_is_not_looked_at() {
        assertThat(desk().look(new Domain("stranger.test"))).isEmpty();
        assertThat(zone.asked()).isEmpty();
    }

    private DomainReport look() {
        return desk().look(CUSTOMER).orElseThrow();
    }

    private DomainDesk desk() {
        var yaml = YamlCatalogue.WITHOUT_DOMAINS.replace(
                "https://sicher.example.test\n",
                "https://sicher.example.test:" + tls.port()
                        + "\n  domains: [customer.test]\n  mx-hosts: [mx.example.test]\n");
        var catalogue = new YamlCatalogue(yaml.replace("  provider:\n", "  provider:\n" + dav)).catalogue();
        return new DomainDesk(
                () -> catalogue,
                TestDns.settings(List.of(zone.address()), "300ms"),
                TestDns.asking(zone),
                TestCertificates.believing(authority.certificate()),
                new PaccDigest(domain -> pacc));
    }

    private static DomainFinding finding(DomainReport report, String name) {
        return report.findings().stream()
                .filter(found -> found.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void count() {
        while (!elsewhere.isClosed()) {
            try (var socket = elsewhere.accept()) {
                strangers.incrementAndGet();
            } catch (IOException closed) {
                return;
            }
        }
    }
}
