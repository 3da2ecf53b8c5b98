/**
 * Who works at the hoster: operators and support staff, who log in with a name and a password, and machines, which bring
 * a token. Both stand in the configuration as hashes, each with one role; where nobody stands there, the desk is closed.
 * Passwords are Argon2id (RFC 9106), tokens are long random numbers and SHA-256 is enough for them. This room knows no
 * HTTP: it says who somebody is, the doors say what that is good for.
 */
@NullMarked
package org.postlotse.staff;

import org.jspecify.annotations.NullMarked;
