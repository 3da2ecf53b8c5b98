/**
 * Tells other systems of every change of a case. The change itself is the outbox: it is written in one transaction with its
 * case and waits there until each configured receiver has answered “well”. Receivers get it once as a rule and again where
 * their answer was lost; the id stays the same. It is signed as Standard Webhooks has it, so that libraries can check it.
 */
@NullMarked
package org.postlotse.campaign.hook;

import org.jspecify.annotations.NullMarked;
