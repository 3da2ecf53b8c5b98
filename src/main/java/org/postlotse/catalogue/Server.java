package org.postlotse.catalogue;

/**
 * One server of the hoster, as a mail program is to be set. Never an unencrypted one.
 *
 * @param protocol what it speaks
 * @param host its name, as in its certificate
 * @param port its TCP port
 * @param security TLS at once or by STARTTLS
 */
public record Server(Protocol protocol, Host host, Port port, ConnectionSecurity security) {
    @Override
    public String toString() {
        return protocol.key() + "://" + host + ":" + port + "/" + security.key();
    }
}
