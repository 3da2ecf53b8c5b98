package org.postlotse.demo;

import org.postlotse.catalogue.Protocol;

/** What the demo's servers answer to a login, each in the words in which real ones do. */
enum LoginAnswer {
    WELCOME("OK Logged in", "+OK Logged in.", "235 2.7.0 Authentication successful"),
    WRONG(
            "NO [AUTHENTICATIONFAILED] Authentication failed.",
            "-ERR [AUTH] Authentication failed.",
            "535 5.7.8 Error: authentication failed"),
    NOT_BY_IMAP(WRONG.imap, WELCOME.pop3, WELCOME.smtp),
    DISABLED(
            "NO [CONTACTADMIN] This mailbox is closed, please call us.",
            "-ERR [SYS/PERM] This mailbox is closed, please call us.",
            "525 5.7.13 User account disabled"),
    EXPIRED(
            "NO [EXPIRED] This password has expired.",
            "-ERR This password has expired.",
            "432 4.7.12 A password transition is needed"),
    APP_PASSWORD(
            "NO [ALERT] Application-specific password required.",
            "-ERR Application-specific password required.",
            "534 5.7.9 Application-specific password required"),
    TOO_MANY(
            "NO [LIMIT] Too many login attempts.",
            "-ERR [LOGIN-DELAY] Too many login attempts.",
            "454 4.7.0 Too many login attempts"),
    DOWN(
            "NO [UNAVAILABLE] Temporary authentication failure.",
            "-ERR [SYS/TEMP] Temporary authentication failure.",
            "454 4.7.0 Temporary authentication failure"),
    CLEAR_TEXT(
            "NO [PRIVACYREQUIRED] Plaintext authentication disallowed on non-secure (SSL/TLS) connections.",
            "-ERR [AUTH] Plaintext authentication disallowed on non-secure (SSL/TLS) connections.",
            "538 5.7.11 Encryption required for requested authentication mechanism"),
    PUZZLING(
            "NO [XDEMO] The moon is in the wrong house.",
            "-ERR [XDEMO] The moon is in the wrong house.",
            "554 5.7.0 The moon is in the wrong house");

    private final String imap;
    private final String pop3;
    private final String smtp;

    LoginAnswer(String imap, String pop3, String smtp) {
        this.imap = imap;
        this.pop3 = pop3;
        this.smtp = smtp;
    }

    /** Without IMAP's tag. */
    String line(Protocol protocol) {
        return switch (protocol) {
            case IMAP -> imap;
            case POP3 -> pop3;
            case SMTP -> smtp;
        };
    }
}
