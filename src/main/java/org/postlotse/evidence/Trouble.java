package org.postlotse.evidence;

import java.util.Locale;
import java.util.Optional;

/** Why a program was not let in, as far as a server's log tells: each is something that its owner can mend. */
public enum Trouble {
    /** It does not trust the server's certificate: it asks for another name, or its list of authorities is too old. */
    CERTIFICATE_REFUSED,
    /** It speaks unencrypted to a port that speaks nothing but TLS. */
    CLEAR_TEXT_TO_TLS,
    /** It begins with TLS at a port that begins without. */
    TLS_TO_CLEAR_TEXT,
    /** It has no TLS in common with the server. */
    TOO_OLD,
    /** It wants to log in unencrypted, where that is not possible any more. */
    NOT_ENCRYPTED,
    /** It wants to log in by a method that the server does not know. */
    METHOD_REFUSED,
    /** Its name or password is wrong. */
    PASSWORD_REFUSED;

    /** Words of OpenSSL and GnuTLS about a handshake that failed; the first line that fits counts. */
    private enum Words {
        ALERT_AUTHORITY("alert unknown ca", CERTIFICATE_REFUSED),
        ALERT_BAD("alert bad certificate", CERTIFICATE_REFUSED),
        ALERT_UNKNOWN("alert certificate unknown", CERTIFICATE_REFUSED),
        ALERT_EXPIRED("alert certificate expired", CERTIFICATE_REFUSED),
        GNUTLS_AUTHORITY("CA is unknown", CERTIFICATE_REFUSED),
        GNUTLS_BAD("Certificate is bad", CERTIFICATE_REFUSED),
        GNUTLS_UNKNOWN("Unknown certificate", CERTIFICATE_REFUSED),
        NO_TLS("wrong version number", CLEAR_TEXT_TO_TLS),
        GNUTLS_NO_TLS("unexpected TLS packet", CLEAR_TEXT_TO_TLS),
        CIPHERS("no shared cipher", TOO_OLD),
        GNUTLS_CIPHERS("No supported cipher suites", TOO_OLD),
        VERSION("version too low", TOO_OLD),
        PROTOCOL("unsupported protocol", TOO_OLD),
        GNUTLS_VERSION("unsupported version packet", TOO_OLD);

        private final byte[] words;
        private final Trouble trouble;

        Words(String words, Trouble trouble) {
            this.words = Ascii.of(words);
            this.trouble = trouble;
        }
    }

    /** What a TLS library complains of within a part of a line; empty for what tells a customer nothing. */
    public static Optional<Trouble> ofTls(Entry entry, int from, int to) {
        for (var known : Words.values()) if (entry.find(known.words, from, to) >= 0) return Optional.of(known.trouble);
        return Optional.empty();
    }

    /** Stable, for texts and columns: {@code clear-text-to-tls}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
