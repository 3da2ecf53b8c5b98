package org.postlotse.document;

/**
 * A refusal in the words of the protocol that was spoken.
 *
 * @param status of HTTP, 400 or 404; never 401, for which Thunderbird 149 (2026-01) would ask for a password
 * @param words what is said
 */
public record Refused(int status, Document words) implements Answer {}
