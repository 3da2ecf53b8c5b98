package org.postlotse.probe;

import java.util.Optional;
import org.postlotse.catalogue.Server;

/** One protocol's way from the greeting to the answer. The stages are announced to the wire as they come. */
interface Dialogue {
    /** The server's first words; done when it is ready for commands. */
    void greeting() throws EarlyVerdict;

    /** Asks for TLS; done when the server agreed and waits for the handshake. */
    void startTls() throws EarlyVerdict;

    /** Tells where the customer sits; a server that does not want to know is asked all the same. Only after TLS. */
    void introduce(Origin origin) throws EarlyVerdict;

    /** Asks afresh what the server can do; what is wrong where there is no way to log in. Only after TLS. */
    Optional<Verdict> ways() throws EarlyVerdict;

    /** Logs in, when there is a way. */
    Verdict login(Login login) throws EarlyVerdict;

    /** The command that ends it. */
    String goodbye();

    static Dialogue with(Server server, Wire wire) {
        return switch (server.protocol()) {
            case IMAP -> new ImapDialogue(wire);
            case POP3 -> new Pop3Dialogue(wire);
            case SMTP -> new SmtpDialogue(wire);
        };
    }
}
