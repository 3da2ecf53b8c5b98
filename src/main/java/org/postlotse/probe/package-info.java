/**
 * Logs in to the hoster's own servers over TLS and says in one of a few sealed words what happened. It connects to
 * nothing but the catalogue's servers, never sends a password outside TLS, never waits longer than its deadline and
 * never believes what was said before the encryption began. Who may ask, and how often, is decided by the throttle.
 */
@NullMarked
package org.postlotse.probe;

import org.jspecify.annotations.NullMarked;
