/**
 * The hoster's own LDAP directory, from which only is read: whose a domain is, which login name and which protocols a
 * mailbox has. Filters are templates of the hoster's; what strangers typed gets into them as values escaped by the
 * library (RFC 4515 §3). The way there is TLS from the first byte or by StartTLS, with the host's name verified; there
 * is no setting for less, and referrals are not followed.
 */
@NullMarked
package org.postlotse.directory;

import org.jspecify.annotations.NullMarked;
