package org.postlotse.web.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postlotse.guide.Device;

class GuessedDeviceTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            IPHONE  | Mozilla/5.0 (iPhone; CPU iPhone OS 12_5 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1
            IPAD    | Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1
            MAC     | Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Safari/605.1.15
            ANDROID | Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36
            WINDOWS | Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0
            LINUX   | Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0
            """)
    void a_browser_tells_its_device(Device device, String userAgent) {
        assertThat(GuessedDevice.from(userAgent)).contains(device);
    }

    @Test
    void a_guess_comes_first_and_locks_nobody_out() {
        assertThat(GuessedDevice.first(Optional.of(Device.MAC)))
                .startsWith(Device.MAC, Device.IPAD)
                .containsExactlyInAnyOrder(Device.values());
        assertThat(GuessedDevice.first(Optional.empty())).containsExactly(Device.values());
        assertThat(GuessedDevice.from("curl/8")).isEmpty();
    }
}
