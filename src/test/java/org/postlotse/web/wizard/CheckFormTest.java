package org.postlotse.web.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckFormTest {
    @Test
    void fields_are_decoded() {
        var form = read("mailbox=erika%40example.test&password=a+b%2B%C3%BC%26&login-name=%20erika+");

        assertThat(form.mailbox()).contains("erika@example.test");
        assertThat(form.loginName()).contains(" erika ");
        assertThat(form.password()).isPresent();
    }

    @Test
    void the_body_is_wiped_and_the_password_prints_as_dots() {
        var body = bytes("mailbox=a%40b.test&password=geheim");
        var form = CheckForm.read(body);

        assertThat(body).containsOnly(0);
        assertThat(form.toString()).doesNotContain("geheim").contains("•••");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "&",
                "=",
                "password=",
                "password",
                "mailbox",
                "passwords=x",
                "xpassword=y",
                "%",
                "password=%FF"
            })
    void what_is_no_password_is_none(String body) {
        assertThat(read(body).password()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mailbox=%", "mailbox=%4", "mailbox=%zz", "mailbox=%C3"})
    void a_broken_escape_breaks_nothing(String body) {
        assertThat(read(body).mailbox()).isPresent();
    }

    @Test
    void an_empty_login_name_is_none() {
        assertThat(read("login-name=++").loginName()).isEmpty();
    }

    private static CheckForm read(String body) {
        return CheckForm.read(bytes(body));
    }

    private static byte[] bytes(String body) {
        return body.getBytes(StandardCharsets.US_ASCII);
    }
}
