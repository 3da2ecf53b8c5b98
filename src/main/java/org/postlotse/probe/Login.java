package org.postlotse.probe;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.postlotse.catalogue.Offer;
import org.postlotse.catalogue.OwnLogin;
import org.postlotse.probe.Verdict.WrongLoginName;
import org.postlotse.probe.Verdict.WrongPassword;

/**
 * What is sent to log in. All octets that it hands out may hold the secret: whoever takes them wipes them, as
 * {@link Wire#say(byte[])} does.
 *
 * @param name the login name that is tried
 * @param expected the login name in the offer's form
 * @param secret the password
 * @param origin where the customer sits
 */
record Login(String name, String expected, Secret secret, Optional<Origin> origin) {
    private static final int LONGEST = 1024;

    static Login of(Offer offer, Credentials credentials) {
        var expected = offer.login(credentials.mailbox());
        var name = credentials.typedLoginName().orElse(expected);
        // where the right name is a secret, no refusal may tell whether this one was it
        boolean secret = offer.own().filter(OwnLogin::secret).isPresent();
        return new Login(name, secret ? name : expected, credentials.secret(), credentials.origin());
    }

    /** What a refusal of name or password means. */
    Verdict refused() {
        return name.equals(expected) ? new WrongPassword() : new WrongLoginName(expected);
    }

    /**
     * Whether every protocol can carry it: neither is empty, longer than 1,024 octets, or holds a control character,
     * which would end a command of POP3 and begin another one.
     */
    boolean sendable() {
        var password = secret.utf8();
        try {
            return sendable(name.getBytes(StandardCharsets.UTF_8)) && sendable(password);
        } finally {
            Arrays.fill(password, (byte) 0);
        }
    }

    private static boolean sendable(byte[] octets) {
        for (byte octet : octets) if (octet >= 0 && octet < ' ' || octet == 0x7f) return false;
        return octets.length > 0 && octets.length <= LONGEST;
    }

    byte[] nameOctets() {
        return name.getBytes(StandardCharsets.UTF_8);
    }

    byte[] password() {
        return secret.utf8();
    }

    /** SASL PLAIN (RFC 4616 §2) without an authorization identity, in Base64. */
    byte[] plain() {
        var password = secret.utf8();
        var message = joined(new byte[] {0}, nameOctets(), new byte[] {0}, password);
        return base64(message);
    }

    /** In Base64, the original wiped. */
    static byte[] base64(byte[] octets) {
        var encoded = Base64.getEncoder().encode(octets);
        Arrays.fill(octets, (byte) 0);
        return encoded;
    }

    /** One after the other, all parts wiped. */
    static byte[] joined(byte[]... parts) {
        var length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        var whole = new byte[length];
        int at = 0;
        for (var part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
            Arrays.fill(part, (byte) 0);
        }
        return whole;
    }

    /** A command that ends with a secret, and the line's end. */
    static byte[] line(String command, byte[] secret) {
        return joined(command.getBytes(StandardCharsets.US_ASCII), secret, new byte[] {'\r', '\n'});
    }
}
