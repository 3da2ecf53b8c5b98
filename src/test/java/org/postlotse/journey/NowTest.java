package org.postlotse.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** "What does your program have now?", without script. */
@QuarkusTest
@TestProfile(DemoHoster.class)
class NowTest {
    @Test
    void what_must_be_changed_is_marked_and_the_rest_stays() {
        var page = compare(
                "de",
                Map.of(
                        "receiving-host", "pop3.demo.example",
                        "receiving-port", "110",
                        "receiving-security", "none",
                        "receiving-user", "ok@demo.example"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.heading()).isEqualTo("3 Werte sind zu ändern");
        assertThat(page.words())
                .contains("Das ist ein alter Name", "ohne Verschlüsselung", "bleibt so", "nicht angegeben");
        assertThat(page.headers().get("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void the_steps_begin_with_what_was_told() {
        var page = compare("en", Map.of("receiving-protocol", "imap", "receiving-user", "ok@demo.example"));

        assertThat(page.heading()).isEqualTo("What you entered is right already");
        assertThat(page.click("Continue").heading()).isEqualTo("Which device do you want to change?");
    }

    @Test
    void a_pasted_text_is_read_and_shown_in_the_fields() {
        var page = compare("de", Map.of("pasted", "IMAP-Server: imap.demo.example\nPort: 143"));

        assertThat(page.html()).contains("value=\"imap.demo.example\"", "value=\"143\"");
    }

    @Test
    void nothing_told_is_asked_again() {
        var page = compare("de", Map.of("receiving-host", "  "));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.title()).startsWith("Fehler: ");
        assertThat(page.words()).contains("mindestens einen Wert");
    }

    @Test
    void what_is_typed_is_escaped_and_never_in_an_address() {
        var page = compare(
                "de", Map.of("receiving-host", "<script>alert(1)</script>", "sending-user", "\"><b>ok@demo.example"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html()).doesNotContain("<script>alert", "<b>ok");
        assertThat(page.hrefs("")).noneMatch(href -> href.contains("alert") || href.contains("demo.example"));
    }

    @Test
    void choices_that_do_not_exist_count_as_not_told() {
        assertThat(compare("de", Map.of("receiving-security", "rot13", "receiving-protocol", "smtp"))
                        .status())
                .isEqualTo(422);
    }

    private static Page compare(String language, Map<String, String> told) {
        var form = Page.get("/" + language + "/settings").hrefs("").stream()
                .filter(href -> href.endsWith("/now"))
                .findFirst()
                .orElseThrow();
        return Page.post(form, told);
    }
}
