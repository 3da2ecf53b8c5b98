/**
 * What programs ask for: the hoster's portal lets its customers check address and password on a page of its own. A machine's
 * token opens it, the same limits hold as for everybody, answers are JSON, and what goes wrong is a problem (RFC 9457).
 * {@code /api/openapi} describes it all. Passwords are read without becoming text and are wiped when the answer is there.
 */
@NullMarked
package org.postlotse.web.api;

import org.jspecify.annotations.NullMarked;
