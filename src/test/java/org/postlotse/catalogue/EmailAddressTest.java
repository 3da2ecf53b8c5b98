package org.postlotse.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
    @ParameterizedTest
    @CsvSource({
        "erika@example.test, erika@example.test",
        "' Erika@Example.TEST ', erika@example.test",
        "a+b@example.test, a+b@example.test",
        "o'neill@example.test, o'neill@example.test",
        "max@müller.example, max@xn--mller-kva.example",
        "max@example.test., max@example.test",
        "müller@example.test, müller@example.test"
    })
    void what_people_type_is_read(String typed, String normalised) {
        assertThat(EmailAddress.parse(typed).orElseThrow().normalised()).isEqualTo(normalised);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "erika",
                "erika@",
                "@example.test",
                "erika@localhost",
                "a b@example.test",
                ".a@example.test",
                "a..b@example.test",
                "a@b@example.test",
                "a@exa_mple.test",
                "a@-example.test",
                "a@192.0.2.1",
                "a\r\nb@example.test",
                "a<b>@example.test",
                "a\u0000@example.test",
                "\"a b\"@example.test"
            })
    void what_is_no_address_is_refused(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @Test
    void a_local_part_has_at_most_64_characters() {
        assertThat(EmailAddress.parse("a".repeat(64) + "@example.test")).isPresent();
        assertThat(EmailAddress.parse("a".repeat(65) + "@example.test")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "erika@example.test, er…@example.test",
        "max@example.test, m…@example.test",
        "x@example.test, x…@example.test"
    })
    void it_prints_masked(String address, String masked) {
        assertThat(EmailAddress.parse(address).orElseThrow()).hasToString(masked);
    }
}
