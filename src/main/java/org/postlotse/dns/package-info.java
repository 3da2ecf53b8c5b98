/**
 * What DNS says of the hoster's domains, and what it ought to say. The look-up is our own, over dnsjava, because the
 * JDK's hides the time to live and takes a failing server for a "no". From an offer follow the records that a domain
 * needs; a check compares them with the ones that are there, and looks at the certificates of those names that lead to
 * us. It stands above the crafts because it needs two of them: the probe's judgement of certificates and the documents.
 */
@NullMarked
package org.postlotse.dns;

import org.jspecify.annotations.NullMarked;
