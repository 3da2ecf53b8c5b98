/**
 * The wizard: one question a page. What a customer has answered travels sealed in the pages' own addresses, so there is
 * no session, every page can be left, kept and come back to, and nobody who sees an address learns whose it is. The
 * course of the questions is decided in {@code Journey}, apart from the pages that ask them.
 */
@NullMarked
package org.postlotse.web.wizard;

import org.jspecify.annotations.NullMarked;
