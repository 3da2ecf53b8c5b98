package org.postlotse.evidence;

/** What somebody logged in to. */
public enum LoginProtocol {
    IMAP,
    POP3,
    /** Sending mail: submission by any port. */
    SMTP,
    /** Filter rules (RFC 5804). */
    SIEVE
}
