package org.postlotse.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
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

    /** The grammar written as one expression each: slower, and the other opinion. */
    @Property
    void is_read_as_its_grammar_has_it(@ForAll("addresses") String text) {
        var local = "[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+";
        var label = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
        var grammar = "(?=.{1,64}@)" + local + "(?:\\." + local + ")*@(?=.{1,253}$)(?:" + label
                + "\\.)+(?=[a-z0-9-]*[a-z])" + label;

        assertThat(EmailAddress.parse(text).isPresent())
                .isEqualTo(text.strip().replaceFirst("\\.$", "").matches(grammar));
    }

    @Provide
    Arbitrary<String> addresses() {
        var name = Arbitraries.strings().withChars("ab1-.").ofMinLength(1).ofMaxLength(9);
        var long63 = Arbitraries.integers().between(60, 70).map("c"::repeat);
        var domain = Arbitraries.oneOf(name, name.map(text -> text + ".test"), long63.map(text -> text + ".test"));
        var local = Arbitraries.oneOf(
                Arbitraries.strings()
                        .withChars("aé1.+\u0300'\u2028\u2460 \"😀𝒜")
                        .ofMaxLength(6),
                long63);
        return Combinators.combine(local, domain).as((left, right) -> left + "@" + right);
    }
}
