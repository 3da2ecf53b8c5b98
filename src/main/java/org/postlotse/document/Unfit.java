package org.postlotse.document;

/**
 * The mailbox is the hoster's, but the format has no words for its settings. Programs hear of no document at all, which
 * sends them on to the next format.
 *
 * @param why one English sentence for the operator
 */
public record Unfit(String why) implements Answer {}
