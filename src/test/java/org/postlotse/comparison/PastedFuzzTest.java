package org.postlotse.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.postlotse.support.Hostile;

/** Whatever people paste is read as far as it can be. */
class PastedFuzzTest {
    @Property
    void anything_is_read(@ForAll("pasted") String text) {
        assertThat(Pasted.read(text)).isNotNull();
    }

    @Provide
    Arbitrary<String> pasted() {
        return Hostile.text(
                "Server: ",
                "Port: ",
                "Benutzername:\t",
                "imap.example.org",
                ":143",
                ":99999999999",
                "993 (SSL/TLS)",
                "\n",
                "\r\n",
                "\u2028",
                "Postausgang-Server",
                "SMTP",
                "POP3",
                "STARTTLS",
                "Passwort, normal",
                "INCOMING: account1, , (imap) ",
                "OUTGOING: ",
                ", plain, passwordCleartext",
                "=",
                "  ",
                ",;|",
                "((((((",
                "-".repeat(200),
                " ".repeat(300),
                ".".repeat(200),
                "a.".repeat(200),
                "١٤٣",
                "\0");
    }
}
