/**
 * What the mail servers' logs show. A line arrives in an envelope (file, syslog, JSON) as an {@link
 * org.postlotse.evidence.Entry}; the dialect of its program reads the log-ins in it; a {@link
 * org.postlotse.evidence.SeenLogin} tells who logged in when, from where and how it was protected, or says that the log
 * can not know. What is believed of a line are fixed words at its head and fields read from its right: names of failed
 * log-ins are written by attackers. No line is dropped in silence: what is not understood is counted and shown, masked.
 */
@NullMarked
package org.postlotse.evidence;

import org.jspecify.annotations.NullMarked;
