package org.postlotse.document;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.postlotse.catalogue.EmailAddress;

/**
 * The query of a request, read the way mail programs write it and not as a form: a plus is a plus.
 *
 * @param raw still encoded, without its question mark
 */
record Query(String raw) {
    /** The first parameter that has one of these names, in any case; decoded. */
    Optional<String> first(String... names) {
        for (int begin = 0, end; begin < raw.length(); begin = end + 1) {
            int ampersand = raw.indexOf('&', begin);
            end = ampersand < 0 ? raw.length() : ampersand;
            int equals = raw.indexOf('=', begin);
            if (equals >= begin && equals < end && has(names, decode(raw.substring(begin, equals))))
                return Optional.of(decode(raw.substring(equals + 1, end)));
        }
        return Optional.empty();
    }

    private static boolean has(String[] names, String name) {
        for (var each : names) if (each.equalsIgnoreCase(name)) return true;
        return false;
    }

    /** FairEmail 1.2331 (2026-08) sends the plus of erika+news@ as it is, and proxies on the way make a blank of it. */
    static Optional<EmailAddress> address(String text) {
        return EmailAddress.parse(text.strip().replace(' ', '+'));
    }

    /** Percent-decoding (RFC 3986 §2.1) that leaves alone what is none. */
    static String decode(String text) {
        if (text.indexOf('%') < 0) return text;
        var bytes = new ByteArrayOutputStream(text.length());
        var encoded = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < encoded.length; i++) {
            int high = i + 2 < encoded.length && encoded[i] == '%' ? Character.digit(encoded[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(encoded[i + 2], 16);
            bytes.write(low < 0 ? encoded[i] : high << 4 | low);
            if (low >= 0) i += 2;
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
