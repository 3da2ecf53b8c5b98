package org.postlotse.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postlotse.catalogue.ConnectionSecurity;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.catalogue.ExampleHoster;
import org.postlotse.catalogue.Offer;
import org.postlotse.catalogue.Protocol;
import org.postlotse.catalogue.Server;

class ServedTest {
    private final Served served = served(ExampleHoster.usual());

    @ParameterizedTest
    @CsvSource({
        "example.test, example.test",
        "autoconfig.example.test, example.test",
        "autodiscover.example.test, example.test",
        "ua-auto-config.example.test, example.test",
        "AUTOCONFIG.Example.Test:443, example.test",
        "autoconfig.example.test., example.test",
        "autoconfig.example.test.:8443, example.test",
        "autoconfig.xn--mller-kva.example, xn--mller-kva.example",
        "AUTOCONFIG.MÜLLER.EXAMPLE, xn--mller-kva.example",
    })
    void finds_the_domain_behind_a_host(String host, String domain) {
        assertThat(served.offer(host, Optional.empty()).map(Offer::domain))
                .hasValueSatisfying(found -> assertThat(found.name()).isEqualTo(domain));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "autoconfig.",
                "autoconfig.test",
                "127.0.0.1:8080",
                "[::1]:8080",
                "unknown.example",
                "autoconfig.autoconfig.example.test",
                "www.example.test",
                "example.test.evil.example",
                "a_b.example.test",
                "example..test",
                "exam ple.test",
            })
    void knows_nothing_of_a_host_that_is_not_the_hosters(String host) {
        assertThat(served.offer(host, Optional.empty())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sicher.example.test", // these pages
                "autoconfig.mail01.example.test", // a server, or an exchanger below it
                "example.test"
            })
    void offers_the_standard_at_the_hosters_own_names(String host) {
        assertThat(served.offer(host, Optional.empty())
                        .map(offer -> offer.domain().name()))
                .contains("example.test");
    }

    @Test
    void lets_the_addresss_domain_win_over_the_hosts() {
        assertThat(domain("autoconfig.example.test", "erika@müller.example")).contains("xn--mller-kva.example");
        assertThat(domain("unknown.example", "erika@müller.example")).contains("xn--mller-kva.example");
    }

    @Test
    void goes_by_the_host_when_the_addresss_domain_is_not_served() {
        assertThat(domain("autoconfig.example.test", "erika@unknown.example")).contains("example.test");
        assertThat(domain("unknown.example", "erika@unknown.example")).isEmpty();
    }

    @Test
    void knows_a_mailboxs_own_servers() {
        var own = ExampleHoster.server(Protocol.IMAP, "mail02.example.test", 993, ConnectionSecurity.TLS);
        var moved = served(ExampleHoster.usual().except("erika@example.test", own));
        assertThat(moved.offer("example.test", EmailAddress.parse("Erika@example.test"))
                        .orElseThrow()
                        .servers())
                .containsExactly(own);
    }

    @Test
    void knows_a_domains_own_servers() {
        var own = ExampleHoster.server(Protocol.IMAP, "mail02.example.test", 993, ConnectionSecurity.TLS);
        var moved = served(ExampleHoster.usual().except("xn--mller-kva.example", own));
        assertThat(servers(moved, "autoconfig.xn--mller-kva.example")).containsExactly(own);
        assertThat(servers(moved, "autoconfig.example.test")).hasSize(3).doesNotContain(own);
    }

    private static List<Server> servers(Served served, String host) {
        return served.offer(host, Optional.empty()).orElseThrow().servers();
    }

    private Optional<String> domain(String host, String address) {
        return served.offer(host, EmailAddress.parse(address))
                .map(offer -> offer.domain().name());
    }

    private static Served served(ExampleHoster hoster) {
        var catalogue = hoster.catalogue();
        return new Served(() -> catalogue);
    }
}
