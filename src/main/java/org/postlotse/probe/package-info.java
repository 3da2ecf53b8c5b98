/**
 * Logs in to the hoster's own servers the way a mail program does, over TLS and never without, and says in one sealed
 * word what happened ({@link org.postlotse.probe.Verdict}). All servers of an offer are asked at once under one
 * deadline; what a server says is read through guards on time, bytes and lines, because a server may be broken or not
 * ours at all. A secret lives for one call and is wiped. No mailbox is opened and no mail is sent.
 */
@NullMarked
package org.postlotse.probe;

import org.jspecify.annotations.NullMarked;
