package org.postlotse.evidence;

/**
 * How a log-in was protected.
 *
 * @param encryption whether it was encrypted
 * @param version such as {@code TLSv1.3}, the oldest {@code TLSv1}; empty where the log does not tell
 * @param cipher its name; empty where the log does not tell
 * @param mechanism the SASL mechanism in capitals; {@code PLAIN} stands for the protocol's own password command, too; empty
 *     where the log does not tell
 */
public record Protection(Encryption encryption, String version, String cipher, String mechanism) {}
