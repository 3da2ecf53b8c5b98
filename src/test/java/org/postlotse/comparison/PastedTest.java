package org.postlotse.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postlotse.catalogue.Protocol;

/** What people copy out of their programs is read as they meant it. */
class PastedTest {
    @Test
    void german_labels_with_values_behind_them() {
        var read = Pasted.read("""
                Server-Einstellungen
                Servertyp: IMAP
                Server: imap.beispiel.example
                Port: 143   Standard: 143
                Benutzername: erika
                Sicherheit und Authentifizierung
                Verbindungssicherheit: Keine
                Authentifizierungsmethode: Passwort, ungesichert übertragen
                Postausgangs-Server (SMTP)
                Server: smtp.beispiel.example
                Port: 25
                Verbindungssicherheit: STARTTLS
                Authentifizierungsmethode: Verschlüsseltes Passwort
                Benutzername: erika@beispiel.example
                """);

        assertThat(read.of(Half.RECEIVING))
                .isEqualTo(new Present(
                        Optional.of(Protocol.IMAP),
                        "imap.beispiel.example",
                        "143",
                        Optional.of(PresentSecurity.NONE),
                        Optional.of(PresentMethod.PASSWORD),
                        "erika"));
        assertThat(read.of(Half.SENDING))
                .isEqualTo(new Present(
                        Optional.empty(),
                        "smtp.beispiel.example",
                        "25",
                        Optional.of(PresentSecurity.STARTTLS),
                        Optional.of(PresentMethod.ENCRYPTED_PASSWORD),
                        "erika@beispiel.example"));
    }

    @Test
    void english_labels_with_values_on_the_next_line() {
        var read = Pasted.read("""
                Incoming Mail Server
                Host Name
                pop.example.org
                User Name
                otto@example.org
                Server Port
                110
                Use SSL
                Off
                Outgoing Mail Server
                Host Name
                smtp.example.org
                Server Port
                465
                Authentication
                MD5 Challenge-Response
                """);

        assertThat(read.of(Half.RECEIVING).host()).isEqualTo("pop.example.org");
        assertThat(read.of(Half.RECEIVING).user()).isEqualTo("otto@example.org");
        assertThat(read.of(Half.RECEIVING).port()).isEqualTo("110");
        assertThat(read.of(Half.RECEIVING).security()).contains(PresentSecurity.NONE);
        assertThat(read.of(Half.SENDING).host()).isEqualTo("smtp.example.org");
        assertThat(read.of(Half.SENDING).port()).isEqualTo("465");
        assertThat(read.of(Half.SENDING).method()).contains(PresentMethod.ENCRYPTED_PASSWORD);
    }

    @Test
    void labels_that_name_their_half() {
        var read = Pasted.read(
                "IMAP-Server: mail.example.org\nIMAP-Port: 993 (SSL/TLS)\nSMTP-Server: mail.example.org:587\nPort (SMTP) = 587");

        assertThat(read.of(Half.RECEIVING).host()).isEqualTo("mail.example.org");
        assertThat(read.of(Half.RECEIVING).port()).isEqualTo("993");
        assertThat(read.of(Half.RECEIVING).security()).contains(PresentSecurity.TLS);
        assertThat(read.of(Half.SENDING).host()).isEqualTo("mail.example.org");
        assertThat(read.of(Half.SENDING).port()).isEqualTo("587");
    }

    /** Thunderbird, "Troubleshooting Information", as it copies text to the clipboard. */
    @Test
    void the_troubleshooting_information_of_thunderbird() {
        var read = Pasted.read("""
                  Mail and News Accounts
                    account1:
                      INCOMING: account1, , (pop3) pop3.example.org:110, plain, passwordEncrypted
                      OUTGOING: , smtp.example.org:25, trySTARTTLS, passwordCleartext, true
                """);

        assertThat(read.of(Half.RECEIVING))
                .isEqualTo(new Present(
                        Optional.of(Protocol.POP3),
                        "pop3.example.org",
                        "110",
                        Optional.of(PresentSecurity.NONE),
                        Optional.of(PresentMethod.ENCRYPTED_PASSWORD),
                        ""));
        assertThat(read.of(Half.SENDING).host()).isEqualTo("smtp.example.org");
        assertThat(read.of(Half.SENDING).security()).contains(PresentSecurity.IF_AVAILABLE);
    }

    @Test
    void a_second_server_begins_the_other_half() {
        var read = Pasted.read("Server: a.example.org\nPort: 143\nServer: b.example.org\nPort: 25");

        assertThat(read.of(Half.RECEIVING).port()).isEqualTo("143");
        assertThat(read.of(Half.SENDING).host()).isEqualTo("b.example.org");
        assertThat(read.of(Half.SENDING).port()).isEqualTo("25");
    }

    @Test
    void what_is_not_understood_is_left_out() {
        var read = Pasted.read("Sehr geehrte Damen und Herren,\nim Anhang sende ich Ihnen: nichts\n\n:::\nPort:");

        assertThat(read.of(Half.RECEIVING).told()).isFalse();
        assertThat(read.of(Half.SENDING).told()).isFalse();
    }

    @Test
    void any_text_is_read_without_complaint() {
        var letters = "Server: Port 143\n,;|()=\t ÄßSSL/TLS@.\u0000\u202e😀INCOMING:OUTGOING(imap)"
                .codePoints()
                .toArray();
        for (long seed = 0; seed < 20_000; seed++) {
            var random = new Random(seed);
            var text = new StringBuilder();
            for (int i = random.nextInt(300); i > 0; i--) text.appendCodePoint(letters[random.nextInt(letters.length)]);

            assertThat(Pasted.read(text.toString())).as("seed %d", seed).isNotNull();
        }
    }

    @Test
    void a_hostile_line_is_read_in_time() {
        assertThat(Pasted.read("a".repeat(5_000) + ":".repeat(3_000))).isNotNull();
        assertThat(Pasted.read(("Port" + " ".repeat(4_000) + "\n").repeat(2))).isNotNull();
    }

    /** Blanks once were tried in every combination: eight thousand of them would have taken hours. */
    @ParameterizedTest
    @ValueSource(strings = {" ", "a  ", "\t ", "1 ", "a.", "((", ", "})
    @Timeout(30)
    void is_read_however_long_a_line_is(String piece) {
        var line = "Server" + piece.repeat(4_000) + "\u2028x";
        assertThat(Pasted.read(line)).isNotNull();
        assertThat(Pasted.read("993" + piece.repeat(4_000) + "\u2028x")).isNotNull();
    }
}
