package org.postlotse.staff;

/**
 * A program that brings a token.
 *
 * @param name for logs
 * @param role what it may do
 * @param token as a hash
 */
public record Machine(String name, Role role, TokenHash token) {}
