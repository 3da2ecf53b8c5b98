package org.postlotse.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private final Seal seal = new Seal(() -> Optional.of(KEY));

    @Test
    void what_is_sealed_can_be_opened_for_the_same_purpose_only() {
        var sealed = seal.seal("journey", "erika@example.test");

        assertThat(seal.open("journey", sealed)).contains("erika@example.test");
        assertThat(seal.open("other", sealed)).isEmpty();
    }

    @Test
    void nothing_of_it_is_readable_and_no_two_are_alike() {
        var sealed = seal.seal("journey", "erika@example.test");

        assertThat(new String(Base64.getUrlDecoder().decode(sealed), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("erika")
                .doesNotContain("example");
        assertThat(seal.seal("journey", "erika@example.test")).isNotEqualTo(sealed);
    }

    @Test
    void one_changed_character_anywhere_breaks_it() {
        var sealed = seal.seal("journey", "erika@example.test");
        for (int i = 0; i < sealed.length() - 1; i++) { // the last character carries unused bits
            var forged = sealed.substring(0, i) + (sealed.charAt(i) == 'A' ? 'B' : 'A') + sealed.substring(i + 1);
            assertThat(seal.open("journey", forged)).as("at %d", i).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "not base64 !", "AAAAAAAAAAAAAAAA", "../../etc/passwd"})
    void nonsense_does_not_open(String nonsense) {
        assertThat(seal.open("journey", nonsense)).isEmpty();
    }

    @Test
    void another_key_does_not_open_it() {
        var other = new Seal(Optional::empty);

        assertThat(other.open("journey", seal.seal("journey", "x"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "c2hvcnQ=", "###"})
    void a_key_that_is_no_key_is_a_fault(String written) {
        assertThat(new Seal(() -> Optional.of(written)).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.key()).isEqualTo("postlotse.web.seal-key"));
        assertThat(seal.faults()).isEmpty();
    }
}
