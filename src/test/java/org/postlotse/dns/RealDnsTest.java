package org.postlotse.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postlotse.catalogue.Domain;
import org.postlotse.catalogue.Host;
import org.postlotse.catalogue.MailExchangers;
import org.postlotse.catalogue.MailExchangers.Reply;
import org.postlotse.catalogue.MovedClock;
import org.postlotse.catalogue.YamlCatalogue;
import org.postlotse.demo.ThrowAwayAuthority;
import org.postlotse.demo.ThrowAwayAuthority.Wanted;
import org.postlotse.dns.DomainFinding.State;
import org.postlotse.probe.TestCertificates;
import org.postlotse.support.Named;
import org.postlotse.support.Needs;
import org.postlotse.support.Programs;
import org.postlotse.support.RealPart;

/** What BIND 9 says of customers' domains, and what it makes of the zone file that we print for them. */
@Needs(RealPart.NAMED)
class RealDnsTest {
    private static final String MX = "@ 300 IN MX 10 mx.example.test.\n";
    private static final Domain STREET = Domain.parse("straße.test").orElseThrow();
    private static final Domain NO_MAIL = new Domain("nomail.test");

    @TempDir
    Path directory;

    @Test
    void answers_are_believed_as_long_as_it_says() {
        var zones = Map.of(STREET.name(), Named.SOA + MX, NO_MAIL.name(), Named.SOA + "www 300 IN CNAME gone\n");
        try (var bind = Named.in(directory, zones)) {
            var exchangers = asking(bind);
            assertThat(exchangers.of(STREET))
                    .isEqualTo(new Reply.Hosts(Set.of(new Host("mx.example.test")), Duration.ofMinutes(5)));
            for (var name : List.of("nomail.test", "not.there.nomail.test", "www.nomail.test"))
                assertThat(exchangers.of(new Domain(name)))
                        .as(name)
                        .isEqualTo(new Reply.Hosts(Set.of(), Duration.ofMinutes(2)));
            assertThat(exchangers.of(new Domain("not-its-own.example"))).isInstanceOf(Reply.Silent.class);
        }
    }

    @Test
    void a_domain_whose_mail_comes_to_us_is_ours_until_its_time_is_over() throws IOException {
        var clock = new MovedClock();
        try (var before =
                Named.in(Files.createDirectory(directory.resolve("a")), Map.of(STREET.name(), Named.SOA + MX))) {
            var switching = new Switching(before);
            var catalogue = new YamlCatalogue(yaml("", 443), clock, switching).catalogue();
            assertThat(catalogue.offer(STREET)).isPresent();

            // the customer moves away, and another one comes
            var moved = Map.of(STREET.name(), Named.SOA + "@ 300 IN MX 10 mx.other.test.\n");
            try (var after = Named.in(Files.createDirectory(directory.resolve("b")), moved)) {
                switching.to(after);
                clock.move(Duration.ofSeconds(299));
                assertThat(catalogue.offer(STREET)).isPresent();
                clock.move(Duration.ofSeconds(2));
                assertThat(catalogue.offer(STREET)).isEmpty();
            }
            switching.to(before);
            clock.move(Duration.ofSeconds(299));
            assertThat(catalogue.offer(STREET))
                    .as("what MX records say for five minutes")
                    .isEmpty();
            clock.move(Duration.ofSeconds(2));
            assertThat(catalogue.offer(STREET)).isPresent();
        }
    }

    @Test
    void what_we_print_is_a_zone_with_which_nothing_is_left_to_do() throws IOException {
        var authority = ThrowAwayAuthority.root("Tests");
        var names = Stream.of("autoconfig", "autodiscover", "ua-auto-config").map(label -> label + "." + STREET);
        var certificate = authority.issue(Wanted.server("sicher.example.test").named(names.toArray(String[]::new)));
        try (var tls = Handshakes.with(certificate)) {
            var printed =
                    desk("127.0.0.1:9", authority, tls.port()).zone(STREET).orElseThrow();
            var zone = Files.writeString(directory.resolve("printed"), Named.SOA + MX + printed);
            var said = Programs.run("named-checkzone", STREET, zone);
            assertThat(said.status()).as(said.output()).isZero();

            var zones = Map.of(
                    STREET.name(),
                    Files.readString(zone),
                    "example.test",
                    Named.SOA + "ns 300 IN A 127.0.0.1\nsicher 300 IN A 127.0.0.1\n");
            try (var bind = Named.in(Files.createDirectory(directory.resolve("bind")), zones)) {
                var report =
                        desk(bind.address(), authority, tls.port()).look(STREET).orElseThrow();
                assertThat(report.findings()).hasSizeGreaterThan(12).allSatisfy(found -> {
                    assertThat(found.state()).as(found.toString()).isEqualTo(State.RIGHT);
                    assertThat(found.certificate().stream()).allMatch(shown -> shown.valid());
                });
                assertThat(report.wantsWork()).isFalse();
                assertThat(report.toPaste()).isEmpty();
            }
        }
    }

    /** The same questions to another server. */
    private static final class Switching implements MailExchangers {
        private DnsMailExchangers at;

        Switching(Named server) {
            at = asking(server);
        }

        void to(Named server) {
            at = asking(server);
        }

        @Override
        public Reply of(Domain domain) {
            return at.of(domain);
        }
    }

    private static DnsMailExchangers asking(Named server) {
        return new DnsMailExchangers(dns(server.address()));
    }

    private static Dns dns(String server) {
        return new Dns(new Resolvers(TestDns.settings(List.of(server), "5s")));
    }

    private static DomainDesk desk(String server, ThrowAwayAuthority authority, int port) {
        var yaml = yaml("  domains: [straße.test]\n", port)
                .replace("  provider:\n", "  provider:\n    contacts: https://dav.example.test/books/\n");
        var catalogue = new YamlCatalogue(yaml).catalogue();
        return new DomainDesk(
                () -> catalogue,
                TestDns.settings(List.of(server), "5s"),
                dns(server),
                TestCertificates.believing(authority.certificate()),
                new PaccDigest(
                        domain -> Optional.of("v=UAAC1; a=sha256; d=ZJPEI2EObEtmqXzwXT6wHf86DWsjm38sEj1IdVvC6tA=")));
    }

    private static String yaml(String more, int port) {
        return YamlCatalogue.WITHOUT_DOMAINS.replace(
                "https://sicher.example.test\n",
                "https://sicher.example.test:" + port + "\n  mx-hosts: [mx.example.test]\n" + more);
    }
}
