package org.postlotse.evidence;

import java.time.Instant;

/**
 * A program that was not let in. Whose it is, its log line does not tell, or can not be believed: all that is known is where
 * it came from.
 *
 * @param time when, or when last
 * @param service what it wanted to log in to
 * @param address where it came from
 * @param trouble why
 */
public record FailedAttempt(Instant time, LoginProtocol service, String address, Trouble trouble) {}
