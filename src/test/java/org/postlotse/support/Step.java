package org.postlotse.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** One step of a script. */
@FunctionalInterface
public interface Step {
    void play(Actor actor) throws IOException;

    /** Says these lines in one packet, each with CRLF; {@code {tag}} becomes the tag of the last IMAP command. */
    static Step say(String... lines) {
        return actor -> actor.say((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Says exactly this. */
    static Step raw(String octets) {
        return raw(octets.getBytes(StandardCharsets.ISO_8859_1));
    }

    static Step raw(byte[] octets) {
        return actor -> actor.say(octets.clone());
    }

    /** Waits for a line. */
    static Step hear() {
        return Actor::hear;
    }

    /** Agrees on TLS, as the server. */
    static Step tls() {
        return Actor::startTls;
    }

    /** Begins to agree on TLS, and stops after so many octets of its own. */
    static Step tlsCutAfter(int octets) {
        return actor -> actor.startTlsCutAfter(octets);
    }

    /** Agrees on TLS once more on the same connection, where its version can do that. */
    static Step renegotiate() {
        return Actor::renegotiate;
    }

    /** Ends TLS properly, and the connection with it. */
    static Step closeNotify() {
        return Actor::closeNotify;
    }

    /** Says this beside TLS, in clear text. */
    static Step bypassingTls(String octets) {
        return actor -> actor.bypassTls(octets.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Waits until the client has said something, and forgets it. */
    static Step awaitOctets() {
        return Actor::awaitOctets;
    }

    /** Says nothing more until the client is gone. */
    static Step silent() {
        return Actor::awaitEnd;
    }

    /** Says this, one octet every 20 ms. */
    static Step drip(String octets) {
        return actor -> actor.drip(octets.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Says this again and again until the client is gone. */
    static Step flood(String octets) {
        return actor -> {
            while (true) actor.say(octets.getBytes(StandardCharsets.ISO_8859_1));
        };
    }

    static Step hangUp() {
        return Actor::close;
    }

    /** Ends with RST instead of FIN. */
    static Step reset() {
        return Actor::reset;
    }

    /** Says that it will say nothing more, and stays. */
    static Step halfClose() {
        return Actor::halfClose;
    }
}
