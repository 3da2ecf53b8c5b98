/**
 * What must outlive a request, kept with plain JDBC: an embedded H2 file or a PostgreSQL server, chosen at start. The
 * room only implements interfaces that rooms below declare, and the same contract tests run on both databases.
 */
@NullMarked
package org.postlotse.store;

import org.jspecify.annotations.NullMarked;
