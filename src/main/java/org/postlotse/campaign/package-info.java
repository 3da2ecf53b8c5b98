/**
 * Whom we tell, when and how. A {@link org.postlotse.campaign.Case} is opened where the logs show again and again that a
 * mailbox' program logs in insecurely; the {@link org.postlotse.campaign.Schedule} says which letter is due; each letter is
 * claimed in the database before it is sent; its sealed link or its check code leads to the wizard; and what the logs show
 * afterwards moves the case, closes it and reopens it. Nothing is sent until an operator says so.
 */
@NullMarked
package org.postlotse.campaign;

import org.jspecify.annotations.NullMarked;
