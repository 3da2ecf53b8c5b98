package org.postlotse.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postlotse.catalogue.Protocol;
import org.postlotse.demo.ThrowAwayAuthority;
import org.postlotse.demo.ThrowAwayAuthority.Wanted;
import org.postlotse.document.ServerTexts.ServerFile;
import org.postlotse.support.Conversation;
import org.postlotse.support.Dovecot;
import org.postlotse.support.Needs;
import org.postlotse.support.Postfix;
import org.postlotse.support.RealPart;

/** The real servers say the text to whoever comes without encryption, and let everybody else in. */
class ServerTextsTest {
    private static final String WORDS = say("de", "refusal.login", "993");
    private static final String SEND = say("de", "refusal.send", "465");

    private final ThrowAwayAuthority authority = ThrowAwayAuthority.root("Test");

    private static String say(String language, String key, String port) {
        return Wording.in(Locale.forLanguageTag(language)).say(key, port, "SSL/TLS", "sicher.hoster.test");
    }

    @ParameterizedTest
    @ValueSource(strings = {"refusal.login", "refusal.send"})
    void texts_are_short_and_plain_enough_for_every_program(String key) {
        for (var language : Wording.LANGUAGES)
            assertThat(say(language.toLanguageTag(), key, "993"))
                    .hasSizeLessThanOrEqualTo(150)
                    .matches("\\p{ASCII}+")
                    .contains("993, SSL/TLS", "sicher.hoster.test")
                    .doesNotContain("\"", "\\", "{", "}");
    }

    @Test
    @Needs(RealPart.DOVECOT)
    void dovecot_tells_those_without_encryption_and_lets_all_others_in(@TempDir Path directory) throws IOException {
        var dovecot = dovecot(directory);
        try (dovecot) {
            assertThat(imap(dovecot, "geheim")).isEqualTo("a NO [CONTACTADMIN] " + WORDS);
            assertThat(imap(dovecot, "falsch")).isEqualTo("a NO [CONTACTADMIN] " + WORDS);
            try (var pop3 = Conversation.plain(dovecot.port("pop3"), authority)) {
                pop3.hear();
                pop3.say("USER erika@hoster.test");
                assertThat(pop3.say("PASS geheim")).isEqualTo("-ERR [SYS/PERM] " + WORDS);
            }
            try (var imap = Conversation.tls(dovecot.port("imaps"), authority)) {
                imap.hear();
                assertThat(imap.say("a LOGIN erika@hoster.test falsch")).startsWith("a NO [AUTHENTICATIONFAILED]");
                assertThat(imap.say("b LOGIN erika@hoster.test geheim")).contains("b OK ");
            }
            try (var imap = Conversation.plain(dovecot.port("imap"), authority)) {
                imap.hear();
                imap.say("a STARTTLS");
                assertThat(imap.secure().say("b LOGIN erika@hoster.test geheim"))
                        .contains("b OK");
            }
            Files.delete(directory.resolve("texts/imap")); // the rehearsal is over
            assertThat(imap(dovecot, "geheim")).contains("a OK ");
        }
    }

    private String imap(Dovecot dovecot, String password) {
        try (var imap = Conversation.plain(dovecot.port("imap"), authority)) {
            imap.hear();
            return imap.say("a LOGIN erika@hoster.test " + password).strip();
        }
    }

    /** With the very files, but for where they lie. */
    private Dovecot dovecot(Path directory) throws IOException {
        var home = Files.createDirectory(directory.resolve("home"));
        var texts = Files.createDirectory(directory.resolve("texts"));
        for (var folder : List.of(directory, texts))
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (var protocol : List.of(Protocol.IMAP, Protocol.POP3))
            readable(
                    texts.resolve(protocol.key()),
                    DovecotRefusal.text(protocol, WORDS).content());
        var table = directory.resolve("table");
        readable(table, DovecotRefusal.TABLE.replace("/etc/dovecot/plaintext-refused/", directory + "/"));
        var passdb = DovecotRefusal.PASSDB.replace("/etc/dovecot/plaintext-refused.conf.ext", table.toString());
        return Dovecot.in(
                home,
                authority.issue(Wanted.server("localhost")),
                "erika@hoster.test:{PLAIN}geheim::::::\n",
                new Dovecot.Around(passdb, "ssl = yes\ndisable_plaintext_auth = no\n"));
    }

    private static void readable(Path file, String content) throws IOException {
        Files.writeString(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }

    @Test
    @Needs({RealPart.DOVECOT, RealPart.POSTFIX})
    void postfix_tells_those_without_encryption_and_lets_all_others_in(@TempDir Path directory) throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        var footer = directory.resolve("footer");
        var files = PostfixRefusal.files(SEND);
        readable(footer, content(files, "/plaintext-refused"));
        var settings = content(files, "/main.cf").replace("/etc/postfix/plaintext-refused", footer.toString());
        var dovecot = Dovecot.in(
                Files.createDirectory(directory.resolve("dovecot")),
                authority.issue(Wanted.server("localhost")),
                "erika@hoster.test:{PLAIN}geheim::::::\n",
                "");
        try (dovecot;
                var postfix = Postfix.in(
                        Files.createDirectory(directory.resolve("postfix")),
                        authority.issue(Wanted.server("localhost")),
                        dovecot.sasl(),
                        settings)) {
            try (var smtp = Conversation.plain(postfix.submission(), authority)) {
                smtp.hear();
                smtp.say("EHLO customer.test");
                assertThat(smtp.say("AUTH PLAIN AGVyaWthAGdlaGVpbQ==").strip())
                        .startsWith("530 5.7.0 ")
                        .endsWith(" first. " + SEND);
                assertThat(smtp.say("MAIL FROM:<erika@hoster.test>").strip()).endsWith(SEND);
                smtp.say("STARTTLS");
                var secure = smtp.secure();
                secure.say("EHLO customer.test");
                assertThat(secure.say("AUTH PLAIN AGVyaWthQGhvc3Rlci50ZXN0AGdlaGVpbQ=="))
                        .startsWith("235 ");
            }
        }
    }

    @Test
    void a_port_that_is_gone_says_so_at_once() {
        assertThat(content(PostfixRefusal.files(SEND), "/master.cf")).contains("static:{421 4.7.0 " + SEND + "} }");
    }

    private static String content(List<ServerFile> files, String end) {
        return files.stream()
                .filter(file -> file.path().endsWith(end))
                .map(ServerFile::content)
                .findFirst()
                .orElseThrow();
    }
}
