package org.postlotse.evidence;

import java.time.Instant;

/**
 * A successful log-in that a log tells of.
 *
 * @param time when
 * @param position where its line stands in its source
 * @param service what was logged in to
 * @param user the login name as logged; a mailbox only when the catalogue knows it
 * @param client where it came from
 * @param server where it went to
 * @param protection how it was protected
 * @param serverName the name that the client asked for in TLS (SNI); may be empty
 * @param session joins it with later lines; may be empty
 */
public record SeenLogin(
        Instant time,
        long position,
        LoginProtocol service,
        String user,
        Endpoint client,
        Endpoint server,
        Protection protection,
        String serverName,
        String session) {}
