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
 * @param hidden the right name, where whoever has not logged in must not learn it
 */
record Login(String name, String expected, Secret secret, Optional<Origin> origin, Optional<OwnLogin> hidden) {
    private static final int LONGEST = 1024;

    static Login of(Offer offer, Credentials credentials) {
        var expected = offer.login(credentials.mailbox());
        var name = credentials.typedLoginName().orElse(expected);
        var hidden = offer.own().filter(OwnLogin::secret);
        // where the right name is a secret, no refusal may tell whether this one was it
        var told = hidden.isPresent() ? name : expected;
        return new Login(name, told, credentials.secret(), credentials.origin(), hidden);
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
            return sendable(nameOctets()) && sendable(password);
        } finally {
            Arrays.fill(password, (byte) 0);
        }
    }

    private static boolean sendable(byte[] octets) {
        for (byte octet : octets) if (octet >= 0 && octet < ' ' || octet == 0x7f) return false;
        return octets.length > 0 && octets.length <= LONGEST;
    }

    byte[] nameOctets() {
        return octets(name);
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

    /** A server's words without what was told to it in confidence, in every form in which it is sent. */
    String struckOutOf(String words) {
        if (words.isEmpty()) return words;
        var echo = new Echo(words).without(plain()).without(base64(password()));
        for (var own : hidden.stream().toList())
            echo = echo.without(base64(octets(own.name()))).without(octets(own.name()));
        return echo.without(ImapString.of(password(), true).head())
                .without(password())
                .words();
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

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A command that ends with a secret, and the line's end. */
    static byte[] line(String command, byte[] secret) {
        return joined(command.getBytes(StandardCharsets.US_ASCII), secret, new byte[] {'\r', '\n'});
    }
}
