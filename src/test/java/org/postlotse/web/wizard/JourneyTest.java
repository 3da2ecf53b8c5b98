package org.postlotse.web.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.catalogue.Protocol;
import org.postlotse.guide.Device;
import org.postlotse.guide.Route;

class JourneyTest {
    private final Journey whole = Journey.begin()
            .of(EmailAddress.parse("Erika@example.test").orElseThrow())
            .on(Device.WINDOWS)
            .with("thunderbird-desktop")
            .by(Route.CHANGE)
            .fetchingWith(Protocol.POP3);

    @Test
    void it_reads_what_it_wrote() {
        assertThat(Journey.read(whole.written())).contains(whole);
        assertThat(Journey.read(Journey.begin().written())).contains(Journey.begin());
    }

    @Test
    void another_device_forgets_what_was_said_of_the_last_one() {
        assertThat(whole.on(Device.IPHONE))
                .isEqualTo(Journey.begin().of(whole.mailbox().orElseThrow()).on(Device.IPHONE));
        assertThat(whole.again().device()).isEqualTo(Optional.empty());
        assertThat(whole.again().mailbox()).isEqualTo(whole.mailbox());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "2\n\n\n\n\n", "1\n\n\n\n\n\n", "x"})
    void what_another_version_wrote_is_not_read(String text) {
        assertThat(Journey.read(text)).isEmpty();
    }

    @Test
    void a_word_that_is_no_more_is_left_out() {
        assertThat(Journey.read("1\n\npocket-calculator\n\n\n").orElseThrow().device())
                .isEmpty();
    }
}
