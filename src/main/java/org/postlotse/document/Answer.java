package org.postlotse.document;

/** What a format says to a request. */
public sealed interface Answer permits Document, Moved, NotServed, Refused, Unfit {}
