/**
 * What stands in a customer's mail program now, beside what must stand there. The customer types or pastes the values of
 * today; each is judged against the offer, and what must change is named with its reason. Nothing that is typed is ever
 * resolved or connected to: this room knows the catalogue and words, no network. The words that mail programs use for
 * encryption and login methods are data beside the code.
 */
@NullMarked
package org.postlotse.comparison;

import org.jspecify.annotations.NullMarked;
