package org.postlotse.web.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.catalogue.Protocol;
import org.postlotse.guide.Device;
import org.postlotse.guide.Route;
import org.postlotse.probe.Standing;

class JourneyTest {
    private static final EmailAddress ERIKA =
            EmailAddress.parse("Erika@example.test").orElseThrow();
    private final Journey whole = Journey.begin()
            .of(ERIKA)
            .on(Device.WINDOWS)
            .with("thunderbird-desktop")
            .by(Route.CHANGE)
            .fetchingWith(Protocol.POP3);

    @Test
    void it_reads_what_it_wrote() {
        assertThat(Journey.read(whole.written())).contains(whole);
        assertThat(Journey.read(Journey.begin().written())).contains(Journey.begin());
        var rich = whole.finished().speaking(Locale.ENGLISH).again().on(Device.IPHONE);
        assertThat(Journey.read(rich.written())).contains(rich);
    }

    @Test
    void pages_of_the_first_version_are_still_read() {
        assertThat(Journey.read("1\nErika@example.test\nwindows\nthunderbird-desktop\nchange\npop3"))
                .contains(whole);
        assertThat(Journey.read("1\n\n\n\n\n")).contains(Journey.begin());
    }

    /** Of this mailbox, and of no other, whatever is typed into the check's form later. */
    @Test
    void who_came_by_a_letter_is_no_stranger() {
        var invited = whole.vouched(Instant.EPOCH);

        assertThat(whole.standing()).isEqualTo(Standing.STRANGER);
        assertThat(invited.standing()).isEqualTo(Standing.INVITED);
        assertThat(invited.of(ERIKA).standing()).isEqualTo(Standing.INVITED);
        assertThat(invited.of(EmailAddress.parse("otto@example.test").orElseThrow())
                        .standing())
                .isEqualTo(Standing.STRANGER);
    }

    @Test
    void a_device_that_was_only_begun_gives_way_to_another() {
        assertThat(whole.on(Device.IPHONE)).isEqualTo(Journey.begin().of(ERIKA).on(Device.IPHONE));
    }

    @Test
    void a_device_that_is_done_stays_on_the_list() {
        var two = whole.finished().again().on(Device.IPHONE);
        assertThat(two.tasks().all())
                .containsExactly(whole.tasks().current().orElseThrow().done(true), Task.on(Device.IPHONE));
        assertThat(two.device()).contains(Device.IPHONE);
        assertThat(two.program()).isEmpty();
        assertThat(two.mailbox()).contains(ERIKA);
    }

    @Test
    void another_program_forgets_what_was_said_of_the_last_one() {
        assertThat(whole.with("outlook-classic"))
                .isEqualTo(Journey.begin().of(ERIKA).on(Device.WINDOWS).with("outlook-classic"));
    }

    @Test
    void without_a_device_there_is_nothing_to_say_of_it() {
        assertThat(Journey.begin().with("outlook-classic").by(Route.ADD).finished())
                .isEqualTo(Journey.begin());
    }

    @Test
    void the_language_of_programs_holds_for_all_devices() {
        assertThat(whole.speaking(Locale.ENGLISH).again().on(Device.MAC).words())
                .contains(Locale.ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "2", "3\n\n\n\n", "2\n\n", "1\n\n\n\n\n\n", "x", "2\n\n\n\n\n\n\n\n\n\n\n\n\n\n"})
    void what_another_version_wrote_is_not_read(String text) {
        assertThat(Journey.read(text)).isEmpty();
    }

    @Test
    void a_word_that_is_no_more_is_left_out() {
        assertThat(Journey.read("1\n\npocket-calculator\n\n\n").orElseThrow().device())
                .isEmpty();
        var read = Journey.read("2\n\n\n\n1\npocket-calculator////\nmac/apple-mail-mac///")
                .orElseThrow();
        assertThat(read.tasks().all()).hasSize(1);
        assertThat(read.program()).contains("apple-mail-mac");
    }

    @Test
    void a_place_that_is_none_is_no_device() {
        for (var at : new String[] {"1", "-1", "x", "99999999999"})
            assertThat(Journey.read("2\n\n\n\n" + at + "\nmac////")
                            .orElseThrow()
                            .device())
                    .as(at)
                    .isEmpty();
    }

    @Test
    void whose_mailbox_it_is_stays_known_until_it_is_another_one() {
        var mailbox = EmailAddress.parse("erika@example.test").orElseThrow();
        var now = java.time.Instant.parse("2026-11-01T10:00:00Z");
        var journey = Journey.begin().of(mailbox).vouched(now).on(Device.MAC);

        assertThat(Journey.read(journey.written()).orElseThrow().vouched()).contains(now);
        assertThat(journey.of(EmailAddress.parse("Erika@example.test").orElseThrow())
                        .vouched())
                .contains(now);
        assertThat(journey.of(EmailAddress.parse("otto@example.test").orElseThrow())
                        .vouched())
                .isEmpty();
    }
}
