package org.postlotse.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postlotse.catalogue.Fault;

class ProxiesTest {
    private static final String PROXY = "10.0.0.7";
    private static final String STRANGER = "198.51.100.9";

    private final Proxies byAddress = proxies("x-forwarded-for");
    private final Proxies byHost = proxies("x-forwarded-for", "x-forwarded-host");
    private final Proxies standard = proxies("forwarded");

    @Test
    void let_a_stranger_say_nothing_of_himself() {
        for (var each : List.of(byAddress, byHost, standard, proxies(List.of(), "x-forwarded-for"))) {
            var request = AnyRequest.from(STRANGER)
                    .with("Host", "autoconfig.example.test")
                    .with("X-Forwarded-For", "203.0.113.1")
                    .with("X-Forwarded-Host", "other.example")
                    .with("Forwarded", "for=203.0.113.1;host=other.example")
                    .asVertx();
            assertThat(each.host(request)).isEqualTo("autoconfig.example.test");
            assertThat(each.network(request).getHostAddress()).isEqualTo(STRANGER);
        }
    }

    @Test
    void let_a_trusted_one_say_it_in_its_own_header_only() {
        var request = AnyRequest.from(PROXY)
                .with("Host", "autoconfig.example.test")
                .with("X-Forwarded-For", "203.0.113.1")
                .with("X-Forwarded-Host", "from.a.stranger.example")
                .with("Forwarded", "for=203.0.113.66;host=from.a.stranger.example")
                .asVertx();
        assertThat(byAddress.host(request)).isEqualTo("autoconfig.example.test");
        assertThat(byAddress.network(request).getHostAddress()).isEqualTo("203.0.113.1");
    }

    /** nginx' $proxy_add_x_forwarded_for adds to whatever the customer has sent. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.1 | 203.0.113.1",
                "192.0.2.66, 203.0.113.1 | 203.0.113.1",
                "192.0.2.66, 203.0.113.1, 10.0.0.8 | 203.0.113.1",
                "203.0.113.1:4711 | 203.0.113.1",
                "[2001:db8::1]:4711 | 2001:db8:0:0:0:0:0:1",
                "2001:db8::1 | 2001:db8:0:0:0:0:0:1",
                "::ffff:203.0.113.1 | 203.0.113.1",
                "203.0.113.1, unknown | 10.0.0.7",
                "203.0.113.1, _hidden, 10.0.0.8 | 10.0.0.8",
                "10.0.0.9, 10.0.0.8 | 10.0.0.9",
                "customer.example | 10.0.0.7",
                "999.1.1.1 | 10.0.0.7",
                ", , | 10.0.0.7",
            })
    void go_back_to_the_first_address_that_is_not_trusted(String told, String network) {
        var request = AnyRequest.from(PROXY).with("X-Forwarded-For", told).asVertx();
        assertThat(byAddress.network(request).getHostAddress()).isEqualTo(network);
    }

    @Test
    void read_a_header_that_comes_twice_as_one_list() {
        var request = AnyRequest.from(PROXY)
                .with("X-Forwarded-For", "192.0.2.66")
                .with("X-Forwarded-For", "203.0.113.1")
                .asVertx();
        assertThat(byAddress.network(request).getHostAddress()).isEqualTo("203.0.113.1");
    }

    @Test
    void believe_no_list_that_is_longer_than_any_proxys() {
        var request = AnyRequest.from(PROXY)
                .with("X-Forwarded-For", "10.0.0.8,".repeat(10_000) + "203.0.113.1")
                .asVertx();
        assertThat(byAddress.network(request).getHostAddress()).isEqualTo(PROXY);
    }

    @ParameterizedTest
    @CsvSource({
        "autoconfig.example.test, autoconfig.example.test",
        "AUTOCONFIG.Example.Test:8443, autoconfig.example.test",
        "'other.example, autoconfig.example.test', autoconfig.example.test",
    })
    void take_the_host_of_a_proxy_that_writes_it(String told, String host) {
        var request = AnyRequest.from(PROXY)
                .with("Host", "inside.example")
                .with("X-Forwarded-Host", told)
                .asVertx();
        assertThat(byHost.host(request)).isEqualTo(host);
    }

    @Test
    void take_the_requests_own_host_where_the_proxy_says_nothing() {
        var request = AnyRequest.from(PROXY).with("Host", "example.test").asVertx();
        assertThat(byHost.host(request)).isEqualTo("example.test");
        assertThat(standard.host(request)).isEqualTo("example.test");
        assertThat(standard.network(request).getHostAddress()).isEqualTo(PROXY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "for=203.0.113.1;host=a.example.test;proto=https | 203.0.113.1 | a.example.test",
                "For=\"[2001:db8::1]:4711\";Host=\"a.example.test:443\" | 2001:db8:0:0:0:0:0:1 | a.example.test",
                "for=192.0.2.66;host=evil.example, for=203.0.113.1;host=a.example.test | 203.0.113.1 | a.example.test",
                "for=203.0.113.1;host=a.example.test, for=10.0.0.8;host=inside.example | 203.0.113.1 | a.example.test",
                "by=_x , for=203.0.113.1 | 203.0.113.1 | inside.example",
                "for=\"203.0.113.1\\,\";host=a | 10.0.0.7 | a",
                "for=203.0.113.1;host=\"a | 10.0.0.7 | inside.example",
                "for 203.0.113.1 | 10.0.0.7 | inside.example",
                "=;=,= | 10.0.0.7 | inside.example",
            })
    void read_the_standards_header(String told, String network, String host) {
        var request = AnyRequest.from(PROXY)
                .with("Host", "inside.example")
                .with("Forwarded", told)
                .asVertx();
        assertThat(standard.network(request).getHostAddress()).isEqualTo(network);
        assertThat(standard.host(request)).isEqualTo(host);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http | for=203.0.113.1;proto=http | true",
                "HTTP | proto=HTTP;for=203.0.113.1, for=10.0.0.8;proto=http | true",
                "https | for=203.0.113.1;proto=https | false",
                "http, https | for=192.0.2.66;proto=http, for=203.0.113.1;proto=https | false",
                "'' | for=203.0.113.1 | false",
                "gopher | for=203.0.113.1;proto=gopher | false",
            })
    void know_by_a_trusted_one_who_asks_by_http(String told, String standards, boolean unencrypted) {
        var request = AnyRequest.from(PROXY)
                .with("X-Forwarded-Proto", told)
                .with("Forwarded", standards)
                .asVertx();
        assertThat(proxies("x-forwarded-proto").unencrypted(request)).isEqualTo(unencrypted);
        assertThat(standard.unencrypted(request)).isEqualTo(unencrypted);
        assertThat(byHost.unencrypted(request)).isFalse();
        var strangers = AnyRequest.from(STRANGER)
                .with("X-Forwarded-Proto", "http")
                .with("Forwarded", "proto=http")
                .asVertx();
        assertThat(proxies("x-forwarded-proto").unencrypted(strangers)).isFalse();
        assertThat(standard.unencrypted(strangers)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "example.test, example.test",
        "EXAMPLE.test:8080, example.test",
        "example.test.:80, example.test.",
        "[::1]:8080, [::1]",
        "[::1], [::1]",
        "example.test:, example.test",
        "example.test:x, example.test:x",
        "example.test:x:y, example.test:x:y",
        "'', ''",
    })
    void take_the_port_off_a_host(String written, String host) {
        assertThat(byAddress.host(
                        AnyRequest.from(STRANGER).with("Host", written).asVertx()))
                .isEqualTo(host);
    }

    @Test
    void let_the_targets_host_win_and_two_hosts_be_none() {
        var absolute = AnyRequest.from(STRANGER)
                .with("Host", "other.example")
                .to("https://Autoconfig.example.test:443/mail/config-v1.1.xml");
        assertThat(byAddress.host(absolute.asVertx())).isEqualTo("autoconfig.example.test");
        var twice = AnyRequest.from(STRANGER).with("Host", "a.example").with("Host", "b.example");
        assertThat(byAddress.host(twice.asVertx())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "10.0.0", "proxy.example", "", "::1/129", "10.0.0.1/", "/8"})
    void are_faulty_where_an_address_is_none(String written) {
        assertThat(proxies(List.of("::1", written), "x-forwarded-for").faults())
                .extracting(Fault::key)
                .containsExactly("postlotse.proxies.trusted[1]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0/0", "::/0"})
    void are_faulty_where_everybody_is_trusted(String everybody) {
        assertThat(proxies(List.of(everybody), "x-forwarded-for").faults())
                .extracting(Fault::right)
                .singleElement()
                .asString()
                .contains("everybody");
    }

    @Test
    void are_faulty_with_a_header_that_there_is_not_or_two_that_may_differ() {
        assertThat(proxies("x-real-ip").faults())
                .extracting(Fault::key)
                .containsExactly("postlotse.proxies.headers[0]");
        assertThat(proxies("forwarded", "x-forwarded-for").faults())
                .extracting(Fault::key)
                .containsExactly("postlotse.proxies.headers");
    }

    @Test
    void are_faulty_beside_Quarkus_own_reading_of_the_headers() {
        assertThat(ProxySettings.of(new Config(Optional.empty(), List.of("x-forwarded-for")), true)
                        .faults())
                .extracting(Fault::key)
                .containsExactly("quarkus.http.proxy.proxy-address-forwarding");
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.0.1, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "10.1.2.128/25, 10.1.2.200, true",
        "10.1.2.128/25, 10.1.2.100, false",
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.8, false",
        "2001:db8::/33, 2001:db8:7fff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false",
        "::/1, 10.0.0.1, false",
    })
    void know_who_is_in_a_network(String network, String address, boolean in) {
        assertThat(Network.parse(network)
                        .orElseThrow()
                        .has(Network.address(address).orElseThrow()))
                .isEqualTo(in);
    }

    private static Proxies proxies(String... headers) {
        return proxies(List.of("10.0.0.0/24", "2001:db8:1::/48"), headers);
    }

    private static Proxies proxies(List<String> trusted, String... headers) {
        return new Proxies(ProxySettings.of(new Config(Optional.of(trusted), List.of(headers)), false));
    }

    private record Config(Optional<List<String>> trusted, List<String> headers) implements ProxyConfig {}
}
