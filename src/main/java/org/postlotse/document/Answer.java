package org.postlotse.document;

/** What a format says to a request. */
public sealed interface Answer permits Document, NotServed, Refused, Unfit {}
