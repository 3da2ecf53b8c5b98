package org.postlotse.document;

/** The domain is not the hoster's, so nothing is known of it; a guess would send somebody's password to strangers. */
public record NotServed() implements Answer {}
