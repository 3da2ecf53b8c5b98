package org.postlotse.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.postlotse.demo.ThrowAwayAuthority;
import org.postlotse.demo.ThrowAwayAuthority.Wanted;

@Needs({RealPart.POSTFIX, RealPart.DOVECOT})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostfixTest {
    private final ThrowAwayAuthority authority = ThrowAwayAuthority.root("Test");
    private Dovecot dovecot;
    private Postfix postfix;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        var certificate = authority.issue(Wanted.server("localhost"));
        dovecot = Dovecot.in(
                Files.createDirectory(directory.resolve("dovecot")),
                certificate,
                "erika@hoster.test:{PLAIN}geheim::::::\n",
                "");
        postfix = Postfix.in(Files.createDirectory(directory.resolve("postfix")), certificate, dovecot.sasl());
    }

    @AfterAll
    void stop() {
        postfix.close();
        dovecot.close();
    }

    @Test
    void offers_no_log_in_before_starttls() {
        try (var smtp = Conversation.plain(postfix.submission(), authority)) {
            assertThat(smtp.hear()).startsWith("220 ");
            assertThat(smtp.say("EHLO test")).contains("STARTTLS").doesNotContain("AUTH");
            assertThat(smtp.say("AUTH PLAIN " + plain("geheim"))).startsWith("530 5.7.0");
            assertThat(smtp.say("MAIL FROM:<erika@hoster.test>")).startsWith("530 5.7.0");
        }
    }

    @Test
    void takes_the_right_password_after_starttls_and_no_other() {
        try (var smtp = Conversation.plain(postfix.submission(), authority)) {
            smtp.hear();
            smtp.say("EHLO test");
            assertThat(smtp.say("STARTTLS")).startsWith("220 ");
            assertThat(smtp.secure().say("EHLO test")).contains("AUTH PLAIN LOGIN");
            assertThat(smtp.say("AUTH PLAIN " + plain("falsch"))).startsWith("535 5.7.8");
            assertThat(smtp.say("AUTH PLAIN " + plain("geheim"))).startsWith("235 2.7.0");
        }
    }

    @Test
    void takes_mail_of_those_who_logged_in_only_and_throws_it_away() {
        try (var smtp = Conversation.tls(postfix.submissions(), authority)) {
            smtp.hear();
            smtp.say("EHLO test");
            smtp.say("MAIL FROM:<erika@hoster.test>");
            assertThat(smtp.say("RCPT TO:<max@elsewhere.test>")).startsWith("554 5.7.1");
            smtp.say("RSET");
            assertThat(smtp.say("AUTH PLAIN " + plain("geheim"))).startsWith("235 ");
            smtp.say("MAIL FROM:<erika@hoster.test>");
            assertThat(smtp.say("RCPT TO:<max@elsewhere.test>")).startsWith("250 ");
            assertThat(smtp.say("DATA")).startsWith("354 ");
            assertThat(smtp.say("Subject: test\r\n\r\ntest\r\n.")).startsWith("250 ");
            assertThat(smtp.say("QUIT")).startsWith("221 ");
        }
        assertThat(postfix.logWith("sasl_username=erika@hoster.test"))
                .contains("sasl_username=erika@hoster.test")
                .doesNotContain("postfix/smtp[");
    }

    @Test
    void ends_with_all_its_children_and_leaves_the_machine_s_own_alone(@TempDir Path directory) throws IOException {
        var certificate = authority.issue(Wanted.server("localhost"));
        var before = Programs.run("ls", "-lR", "--time-style=full-iso", "/etc/postfix", "/var/lib/postfix");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        var other = Postfix.in(Files.createDirectory(directory.resolve("postfix")), certificate, dovecot.sasl());
        try (var smtp = Conversation.tls(other.submissions(), authority)) {
            smtp.hear();
        }
        var family = other.family();

        other.close();

        assertThat(family).hasSizeGreaterThan(1).noneMatch(ProcessHandle::isAlive);
        assertThat(Programs.run("ls", "-lR", "--time-style=full-iso", "/etc/postfix", "/var/lib/postfix"))
                .isEqualTo(before);
    }

    private static String plain(String password) {
        return Base64.getEncoder()
                .encodeToString(("\0erika@hoster.test\0" + password).getBytes(StandardCharsets.UTF_8)); // RFC 4616
    }
}
