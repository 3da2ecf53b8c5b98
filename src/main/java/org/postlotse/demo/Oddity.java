package org.postlotse.demo;

import java.util.List;
import org.postlotse.catalogue.ConnectionSecurity;
import org.postlotse.catalogue.Protocol;

/** What is wrong with a server, whoever logs in. */
enum Oddity {
    NONE,
    /** Takes CRAM-MD5 only. */
    CRAM_MD5_ONLY,
    /** Does not announce STARTTLS where it is due. */
    NO_STARTTLS,
    EXPIRED_CERTIFICATE,
    NOT_YET_VALID_CERTIFICATE,
    OTHER_HOSTS_CERTIFICATE,
    /** An authority that nobody knows. */
    STRANGERS_CERTIFICATE,
    /** The intermediate certificate is not sent. */
    INCOMPLETE_CHAIN,
    /** RSA with 1024 bits. */
    WEAK_KEY,
    /** Refuses TLS from 1.2 on. */
    OLD_TLS,
    /** Goes on in clear text where TLS is due. */
    BROKEN_TLS,
    /** Takes connections and never says a word. */
    SILENT,
    /** Greets as if one were logged in. */
    PREAUTH,
    /** No server at all: nothing listens at its port. */
    NO_SERVER,
    /** No server at all: its host is not in DNS (RFC 6761 §6.4). */
    NO_HOST;

    /** The ways in which such servers are offered, in the offer's order. */
    List<Station> stations() {
        return List.of(
                new Station(this, Protocol.POP3, incoming()),
                new Station(this, Protocol.IMAP, incoming()),
                new Station(this, Protocol.SMTP, ConnectionSecurity.STARTTLS));
    }

    boolean hasServers() {
        return this != NO_SERVER && this != NO_HOST;
    }

    private ConnectionSecurity incoming() {
        return this == NO_STARTTLS ? ConnectionSecurity.STARTTLS : ConnectionSecurity.TLS;
    }
}
