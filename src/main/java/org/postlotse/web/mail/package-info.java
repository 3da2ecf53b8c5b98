/**
 * Letters in words: what a {@link org.postlotse.campaign.Letter} tells becomes a row of headings, sentences and tables, which
 * one template sets as plain text and another as HTML. An operator's own templates take their place.
 */
@NullMarked
package org.postlotse.web.mail;

import org.jspecify.annotations.NullMarked;
