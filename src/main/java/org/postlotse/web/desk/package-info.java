/**
 * The operators' desk: what those who run the product see of it. Whoever is not named in the configuration meets a
 * log-in, and where nobody is named there is no desk at all (404). A session is sealed into a cookie, a machine brings a
 * token; roles stand at the methods. Reading changes nothing; what asks servers or DNS is a button.
 */
@NullMarked
package org.postlotse.web.desk;

import org.jspecify.annotations.NullMarked;
