/**
 * A hoster to try things on: mail servers on loopback with a mailbox for every answer that the check can give, and an
 * authority that signs their certificates. It lives only where the demo is switched on (dev mode, tests), and nothing
 * in the other rooms knows of it.
 */
@NullMarked
package org.postlotse.demo;

import org.jspecify.annotations.NullMarked;
