/**
 * One file per mail server: how it writes who logged in. Heads are anchored, tails are read from the right, and what several
 * lines tell together is joined by process, session or connection.
 */
@NullMarked
package org.postlotse.evidence.dialect;

import org.jspecify.annotations.NullMarked;
