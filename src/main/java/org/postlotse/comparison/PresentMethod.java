package org.postlotse.comparison;

import java.util.Locale;

/** What a program may have chosen for the login. Only {@link #PASSWORD} inside TLS stays. */
public enum PresentMethod {
    /** "Normal password", "transmitted insecurely": SASL PLAIN or LOGIN, or the protocol's own command. */
    PASSWORD,
    /** "Encrypted password", CRAM-MD5, DIGEST-MD5, APOP. */
    ENCRYPTED_PASSWORD,
    /** NTLM, "secure password authentication (SPA)". */
    NTLM,
    KERBEROS,
    OAUTH2,
    /** A sending server that was used without a login. */
    NONE;

    /** As in texts' keys and form fields. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
