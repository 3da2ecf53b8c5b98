package org.postlotse.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postlotse.probe.Standing.INVITED;
import static org.postlotse.probe.Standing.STRANGER;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postlotse.probe.ThrottleSettings.Allowance;

class ThrottleSettingsTest {
    @Test
    void have_defaults() {
        var settings = read(Map.of());

        assertThat(settings.faults()).isEmpty();
        assertThat(settings.window()).isEqualTo(Duration.ofMinutes(15));
        assertThat(settings.allowance(Scope.MAILBOX, STRANGER)).isEqualTo(new Allowance(5, 20));
        assertThat(settings.allowance(Scope.MAILBOX, INVITED)).isEqualTo(new Allowance(20, 80));
        assertThat(settings.allowance(Scope.NETWORK, INVITED)).isEqualTo(new Allowance(20, 80));
        assertThat(settings.allowance(Scope.DOMAIN, STRANGER)).isEqualTo(new Allowance(500, 2000));
        assertThat(settings.allowance(Scope.TOTAL, STRANGER)).isEqualTo(new Allowance(2000, 8000));
        assertThat(settings.key()).isEmpty();
    }

    @Test
    void take_the_pages_key_where_there_is_none_of_their_own() {
        assertThat(read(Map.of("postlotse.web.seal-key", "the pages' own, long enough"))
                        .key())
                .contains("the pages' own, long enough".getBytes());
        assertThat(read(Map.of("postlotse.web.seal-key", "x", "key", "one of their own, too"))
                        .key())
                .contains("one of their own, too".getBytes());
    }

    @ParameterizedTest
    @CsvSource({"15m, PT15M", "90s, PT1M30S", "24h, PT24H", " 60s , PT1M"})
    void read_a_window(String written, Duration window) {
        assertThat(read(Map.of("window", written)).window()).isEqualTo(window);
    }

    @ParameterizedTest
    @CsvSource({
        "window, 59s",
        "window, 25h",
        "window, soon",
        "per-mailbox, 0",
        "per-network, -1",
        "per-domain, many",
        "in-total, 99999999999",
        "attempts-per-failure, 0",
        "invited-factor, 1001",
        "key, short"
    })
    void name_what_is_wrong(String key, String written) {
        assertThat(read(Map.of(key, written)).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.key()).isEqualTo("postlotse.throttle." + key));
    }

    private static ThrottleSettings read(Map<String, String> written) {
        return new ThrottleSettings(WrittenThrottle.of(written));
    }
}
