package org.postlotse.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {
    /** The reference program's own: {@code echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1 -e}. */
    private static final String REFERENCE =
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    private final SecureRandom random = new SecureRandom();

    @Test
    void hashes_of_the_reference_program_are_understood() {
        var hash = PasswordHash.parse(REFERENCE).orElseThrow();

        assertThat(hash.matches("password".toCharArray())).isTrue();
        assertThat(hash.matches("Password".toCharArray())).isFalse();
        assertThat(hash.encoded()).isEqualTo(REFERENCE);
    }

    @Test
    void a_hash_survives_being_written_down() {
        var hash = PasswordHash.of("Möwe über Kaimauer 漢".toCharArray(), random);

        var read = PasswordHash.parse(" " + hash.encoded() + "\n").orElseThrow();

        assertThat(read.matches("Möwe über Kaimauer 漢".toCharArray())).isTrue();
        assertThat(read.matches("Möwe über Kaimauer".toCharArray())).isFalse();
    }

    @Test
    void the_same_password_has_another_hash_each_time() {
        var password = "the same".toCharArray();

        assertThat(PasswordHash.of(password, random).encoded())
                .isNotEqualTo(PasswordHash.of(password, random).encoded());
    }

    @Test
    void nobody_has_a_password() {
        assertThat(PasswordHash.ofNobody(random).matches(new char[0])).isFalse();
    }

    @Test
    void a_hash_does_not_print() {
        assertThat(PasswordHash.parse(REFERENCE).orElseThrow()).hasToString("$argon2id$…");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "password",
                "$2y$10$abcdefghijklmnopqrstuu0123456789012345678901234567890123",
                "$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=16$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                // guessed in no time
                "$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                // a burden for ourselves
                "$argon2id$v=19$m=9999999,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=65536,t=0,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=65536,t=2,p=0$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
            })
    void everything_else_is_no_hash(String text) {
        assertThat(PasswordHash.parse(text)).isEmpty();
    }
}
