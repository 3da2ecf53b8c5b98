package org.postlotse.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a password's case does for it. */
class SecretTest {
    @Test
    void wipes_where_it_came_from() {
        var typed = "sesame".toCharArray();
        try (var secret = Secret.of(typed)) {
            assertThat(typed).containsOnly('\0');
            assertThat(secret.utf8()).isEqualTo("sesame".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void is_UTF_8_on_the_wire() {
        try (var secret = Secret.of("käse€😀".toCharArray())) {
            assertThat(secret.utf8()).isEqualTo("käse€😀".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void is_gone_when_it_is_closed() {
        var secret = Secret.of("sesame".toCharArray());
        secret.close();
        secret.close();

        assertThatIllegalStateException().isThrownBy(secret::utf8);
    }

    @Test
    void is_never_seen() {
        try (var secret = Secret.of("sesame".toCharArray())) {
            assertThat(secret).hasToString("•••").isNotInstanceOf(Serializable.class);
            assertThat(new Credentials(Bench.erika(), Optional.of("erika"), secret).toString())
                    .doesNotContain("sesame")
                    .doesNotContain("erika@");
            assertThat(new Login("erika", "erika@example.org", secret, Optional.empty(), Optional.empty()).toString())
                    .doesNotContain("sesame");
        }
    }
}
