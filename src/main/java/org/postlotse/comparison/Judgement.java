package org.postlotse.comparison;

import java.util.Locale;

/** What becomes of one value. */
public sealed interface Judgement {
    /** It stays as it is. */
    record Right() implements Judgement {}

    /** It was not told: the customer compares it with their own eyes. */
    record Untold() implements Judgement {}

    /** It must be changed, for this reason. */
    record Change(Reason reason) implements Judgement {}

    /** As in texts' keys: {@code right}, {@code untold}, or the reason. */
    default String key() {
        return switch (this) {
            case Right right -> "right";
            case Untold untold -> "untold";
            case Change(Reason reason) -> reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    default boolean change() {
        return this instanceof Change;
    }

    /** Why a value must be changed. */
    enum Reason {
        /** IMAP or POP3 is not offered for this mailbox. */
        PROTOCOL_NOT_OFFERED,
        /** One of the hoster's former names, such as {@code pop3.} before the customer's own domain. */
        HOST_OLD,
        /** Nearly the right name. */
        HOST_TYPING_ERROR,
        /** A server of the hoster, but of the other half or protocol. */
        HOST_OF_OTHER_SERVER,
        /** An IP address: no certificate names it (RFC 9525 §1.2). */
        HOST_ADDRESS,
        HOST_MAILBOX,
        HOST_OTHER,
        /** 25, 110, 143: begins without encryption. */
        PORT_UNENCRYPTED,
        /** A port of another protocol. */
        PORT_OF_OTHER_SERVER,
        /** A port of the right protocol for the other kind of encryption. */
        PORT_OF_OTHER_SECURITY,
        PORT_NO_NUMBER,
        PORT_OTHER,
        SECURITY_NONE,
        SECURITY_IF_AVAILABLE,
        SECURITY_AUTOMATIC,
        /** STARTTLS where TLS is spoken from the first byte: the program waits for a greeting that never comes. */
        SECURITY_STARTTLS_ON_TLS_PORT,
        /** TLS where a greeting in clear comes first. */
        SECURITY_TLS_ON_STARTTLS_PORT,
        METHOD_ENCRYPTED_PASSWORD,
        METHOD_NTLM,
        METHOD_KERBEROS,
        METHOD_OAUTH2,
        METHOD_NONE,
        /** Only the part before the at sign. */
        USER_WITHOUT_DOMAIN,
        /** The whole address where only the part before the at sign is due. */
        USER_WITH_DOMAIN,
        /** The right name behind another domain. */
        USER_OTHER_DOMAIN,
        USER_TYPING_ERROR,
        USER_WITH_BLANKS,
        USER_OTHER
    }
}
