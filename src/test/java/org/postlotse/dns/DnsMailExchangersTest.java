package org.postlotse.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postlotse.catalogue.Domain;
import org.postlotse.catalogue.Host;
import org.postlotse.catalogue.MailExchangers.Reply;
import org.postlotse.support.DnsServer;
import org.xbill.DNS.Rcode;

/** What a domain's MX records say, from a real server over real sockets. */
class DnsMailExchangersTest {
    private static final Domain CUSTOMER = new Domain("customer.test");
    private static final Host OURS = new Host("mx.example.test");
    private static final String MX = "customer.test. 300 IN MX 10 mx.example.test.";

    private final DnsServer server = DnsServer.start();
    private final DnsServer second = DnsServer.start();

    @AfterEach
    void close() {
        server.close();
        second.close();
    }

    @Test
    void records_are_believed_as_long_as_they_say() {
        server.with(MX + "\ncustomer.test. 300 IN MX 20 Backup.Example.Test.");

        assertThat(ask(CUSTOMER))
                .isEqualTo(new Reply.Hosts(Set.of(OURS, new Host("backup.example.test")), Duration.ofMinutes(5)));
    }

    @ParameterizedTest
    @CsvSource({"900, 120, 120", "60, 3600, 60"})
    void a_no_is_believed_as_long_as_its_zone_says(long ttl, long minimum, long expected) {
        server.with("test. " + ttl + " IN SOA ns.test. post.test. 1 7200 900 1209600 " + minimum);

        assertThat(ask(CUSTOMER)).isEqualTo(new Reply.Hosts(Set.of(), Duration.ofSeconds(expected)));
    }

    @Test
    void a_no_without_a_time_is_believed_for_a_minute() {
        server.with("customer.test. 300 IN A 192.0.2.1");

        assertThat(ask(CUSTOMER)).isEqualTo(new Reply.Hosts(Set.of(), Duration.ofMinutes(1)));
    }

    @Test
    void a_domain_that_takes_no_mail_has_no_exchangers() {
        server.with("customer.test. 300 IN MX 0 .");

        assertThat(ask(CUSTOMER)).isEqualTo(new Reply.Hosts(Set.of(), Duration.ofMinutes(5)));
    }

    @ParameterizedTest
    @ValueSource(ints = {Rcode.SERVFAIL, Rcode.REFUSED, Rcode.NOTIMP, Rcode.FORMERR})
    void a_server_in_trouble_denies_nothing(int code) {
        server.with(MX).failing("customer.test.", code);

        assertThat(ask(CUSTOMER)).isInstanceOf(Reply.Silent.class);
    }

    @Test
    void the_next_resolver_is_asked_when_the_first_one_is_in_trouble_or_silent() {
        server.silentAbout("customer.test.");
        second.with(MX);

        assertThat(new DnsMailExchangers(TestDns.asking(server, second)).of(CUSTOMER))
                .isInstanceOf(Reply.Hosts.class);

        server.blank().failing("customer.test.", Rcode.SERVFAIL);
        assertThat(new DnsMailExchangers(TestDns.asking(server, second)).of(CUSTOMER))
                .isInstanceOf(Reply.Hosts.class);
    }

    @Test
    void silence_ends_after_two_tries() {
        server.silentAbout("customer.test.");

        assertThat(ask(CUSTOMER)).isInstanceOf(Reply.Silent.class);
        assertThat(server.asked()).containsExactly("udp customer.test. MX", "udp customer.test. MX");
    }

    @Test
    void nobody_listening_is_silence() {
        server.close();

        assertThat(ask(CUSTOMER)).isInstanceOf(Reply.Silent.class);
    }

    @Test
    void what_was_cut_is_asked_for_whole() {
        server.with(MX).cutting("customer.test.");

        assertThat(ask(CUSTOMER)).isEqualTo(new Reply.Hosts(Set.of(OURS), Duration.ofMinutes(5)));
        assertThat(server.asked()).containsExactly("udp customer.test. MX", "tcp customer.test. MX");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aliases_are_followed_and_the_shortest_time_counts(boolean left) {
        server.with(
                "customer.test. 60 IN CNAME a.test.\na.test. 90 IN CNAME b.test.\nb.test. 300 IN MX 10 mx.example.test.");
        if (left) server.lazy();

        assertThat(ask(CUSTOMER)).isEqualTo(new Reply.Hosts(Set.of(OURS), Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aliases_in_a_circle_say_nothing(boolean left) {
        server.with("customer.test. 60 IN CNAME a.test.\na.test. 90 IN CNAME customer.test.");
        if (left) server.lazy();

        assertThat(ask(CUSTOMER)).isInstanceOf(Reply.Silent.class);
    }

    @Test
    void an_endless_chain_of_aliases_says_nothing() {
        server.lazy();
        for (int i = 0; i < 20; i++) server.with("a" + i + ".test. 60 IN CNAME a" + (i + 1) + ".test.");
        server.with("customer.test. 60 IN CNAME a0.test.");

        assertThat(ask(CUSTOMER)).isInstanceOf(Reply.Silent.class);
        assertThat(server.asked()).hasSizeLessThan(12);
    }

    @Test
    void an_international_domain_is_asked_for_in_letters_of_dns() {
        server.with("xn--mller-kva.example. 300 IN MX 10 mx.example.test.");

        assertThat(ask(Domain.parse("MÜLLER.example").orElseThrow()))
                .isEqualTo(new Reply.Hosts(Set.of(OURS), Duration.ofMinutes(5)));
    }

    private Reply ask(Domain domain) {
        return new DnsMailExchangers(TestDns.asking(server)).of(domain);
    }
}
