/**
 * What the hoster offers: the domains it serves, its servers and ports, how a login name is formed, and the dates of
 * the switch. Everybody stands on this room and it stands on nobody: it knows the JDK and its own configuration.
 * Values refuse what is not theirs ({@code parse} answers with an {@code Optional}); the configuration is read whole,
 * and every fault in it is named at once.
 */
@NullMarked
package org.postlotse.catalogue;

import org.jspecify.annotations.NullMarked;
