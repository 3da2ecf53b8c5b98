package org.postlotse.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Where syslog is listened for; text, because every fault is to be named. */
@ConfigMapping(prefix = "postlotse.intake.syslog")
interface SyslogConfig {
    /** The address to listen at. */
    @WithDefault("127.0.0.1")
    String host();

    /** RFC 6587. */
    Optional<String> tcpPort();

    /** RFC 5425. */
    Optional<String> tlsPort();

    /** RFC 5426, and RFC 3164 before it. */
    Optional<String> udpPort();

    /** The name of a Quarkus TLS configuration, {@code quarkus.tls.NAME}, that holds certificate and key. */
    @WithDefault("syslog")
    String tls();

    /** Addresses and networks of who may send; everybody who gets through where there are none. */
    Optional<List<String>> from();
}
