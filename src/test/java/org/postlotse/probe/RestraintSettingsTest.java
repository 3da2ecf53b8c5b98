package org.postlotse.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestraintSettingsTest {
    private static final String PREFIX = "postlotse.probe.limits.";

    @Test
    void have_defaults() {
        var settings = read(Map.of());

        assertThat(settings.faults()).isEmpty();
        assertThat(settings.perServer()).isEqualTo(50);
        assertThat(settings.inTotal()).isEqualTo(1000);
        assertThat(settings.pause()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.refusalsAfter()).isEqualTo(Duration.ofMillis(400));
        assertThat(settings.hearing()).isEmpty();
    }

    @Test
    void read_what_is_written() {
        var settings = read(Map.of(
                "per-server", " 7 ",
                "in-total", "70",
                "pause", "5m",
                "refusals-after", "0ms",
                "tell-address-to", "Mail.Example.ORG, smtp.example.org:587"));

        assertThat(settings.faults()).isEmpty();
        assertThat(settings.perServer()).isEqualTo(7);
        assertThat(settings.inTotal()).isEqualTo(70);
        assertThat(settings.pause()).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings.refusalsAfter()).isZero();
        assertThat(settings.hearing()).containsExactlyInAnyOrder("mail.example.org", "smtp.example.org:587");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "per-server | 0 | is “0”; write a number from 1 to 100000",
                "in-total | many | is “many”; write a number from 1 to 100000",
                "pause | 0s | is “0s”; write a time from 1s to 3600s, such as 500ms or 60s",
                "pause | 2h | is “2h”; write a time from 1s to 3600s, such as 500ms or 60s",
                "refusals-after | 5s | is “5s”; write a time from 0s to 4s, such as 500ms or 60s",
                "tell-address-to | 192.0.2.1:993:1 | names “192.0.2.1:993:1”; write a server's host",
                "tell-address-to | mail.example.org:0 | names “mail.example.org:0”; write a server's host",
                "tell-address-to | 192.0.2.1 | names “192.0.2.1”; write a server's host",
            })
    void name_what_is_wrong(String key, String value, String words) {
        assertThat(read(Map.of(key, value)).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.toString()).startsWith(PREFIX + key + ": " + words));
    }

    private static RestraintSettings read(Map<String, String> written) {
        var keys = new HashMap<String, String>();
        written.forEach((key, value) -> keys.put(PREFIX + key, value));
        var config = new SmallRyeConfigBuilder()
                .withMapping(RestraintConfig.class)
                .withSources(new PropertiesConfigSource(keys, "test", 100))
                .build();
        return new RestraintSettings(config.getConfigMapping(RestraintConfig.class));
    }
}
