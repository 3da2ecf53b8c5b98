package org.postlotse.evidence;

/** Whether a log-in was encrypted, as far as the log can know. */
public enum Encryption {
    TLS,
    NONE,
    /** A trusted hop, a proxy in between, or a log that does not tell. Nobody is ever warned for it. */
    UNKNOWN
}
