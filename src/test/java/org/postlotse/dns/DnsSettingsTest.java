package org.postlotse.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postlotse.catalogue.Fault;

class DnsSettingsTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.53, 192.0.2.53, 53",
        "192.0.2.53:5353, 192.0.2.53, 5353",
        "2001:db8::53, 2001:db8:0:0:0:0:0:53, 53",
        "[2001:db8::53]:5353, 2001:db8:0:0:0:0:0:53, 5353"
    })
    void a_resolver_is_an_address_with_or_without_a_port(String written, String address, int port) {
        var settings = TestDns.settings(List.of(written), "2s");

        assertThat(settings.faults()).isEmpty();
        assertThat(settings.servers().getFirst().getAddress().getHostAddress()).isEqualTo(address);
        assertThat(settings.servers().getFirst().getPort()).isEqualTo(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"dns.example.test", "192.0.2.256", "192.0.2.53:0", "192.0.2.53:70000", "[192.0.2.53", "", "::::"
            })
    void anything_else_is_a_fault(String written) {
        assertThat(TestDns.settings(List.of(written), "2s").faults())
                .extracting(Fault::key)
                .containsExactly("postlotse.dns.servers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "99ms", "11s", "1m", "", "-1s"})
    void a_time_out_of_bounds_is_a_fault(String written) {
        assertThat(TestDns.settings(List.of(), written).faults())
                .extracting(Fault::key)
                .containsExactly("postlotse.dns.timeout");
    }

    @Test
    void nothing_written_is_no_fault() {
        assertThat(TestDns.settings(List.of(), "100ms").faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "target, -, target",
        "addresses, example.test, addresses",
        "records, cname, records",
        "records, address, addresses"
    })
    void what_is_wrong_about_ourselves_is_named(String key, String value, String fault) {
        assertThat(TestDns.settings(List.of(), "1s", Map.of(key, value)).faults())
                .extracting(Fault::key)
                .containsExactly("postlotse.dns." + fault);
    }

    @Test
    void addresses_are_written_down_only_where_that_is_wanted() {
        assertThat(TestDns.settings(List.of(), "1s", Map.of("addresses", "192.0.2.7"))
                        .written())
                .isEmpty();
        assertThat(TestDns.settings(List.of(), "1s", Map.of("addresses", "192.0.2.7", "records", "address"))
                        .written())
                .hasSize(1);
    }
}
