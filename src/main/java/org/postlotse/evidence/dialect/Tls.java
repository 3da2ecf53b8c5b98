package org.postlotse.evidence.dialect;

/**
 * How a connection is protected, as its log tells.
 *
 * @param version such as {@code TLSv1.3}; empty where the log does not tell
 * @param cipher its name; empty where the log does not tell
 * @param number another one for another kind of protection, to spell log-ins with
 */
record Tls(String version, String cipher, long number) {}
