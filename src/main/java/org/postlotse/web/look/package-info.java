/**
 * How a brand looks: its accent colour in light and in dark, and its logo. Colours are corrected until everybody can read
 * them, logos are looked through before anybody sees them, and both are served under a path with their digest, so that no
 * page needs a style of its own. What is wrong with them is told at start with all the other faults.
 */
@NullMarked
package org.postlotse.web.look;

import org.jspecify.annotations.NullMarked;
