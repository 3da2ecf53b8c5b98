package org.postlotse.directory;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** The hoster's directory, as it was written: text, because {@link LdapSettings} wants to name every fault. */
@ConfigMapping(prefix = "postlotse.lookup.ldap")
interface LdapConfig {
    /** {@code ldaps://host} or {@code ldap://host}, the latter with StartTLS. */
    Optional<String> url();

    Optional<String> bindDn();

    Optional<String> password();

    Optional<String> base();

    /** With {@code {domain}} where the domain stands. */
    Optional<String> domainFilter();

    /** With {@code {address}} where the address stands. */
    Optional<String> mailboxFilter();

    Optional<String> brandAttribute();

    Optional<String> loginAttribute();

    /** Has the values imap and pop3, or one of them. */
    Optional<String> protocolsAttribute();

    /** A PEM file of authorities to believe instead of the JDK's. */
    Optional<String> trustStore();

    @WithDefault("2s")
    String timeout();

    @WithDefault("10m")
    String remember();

    @WithDefault("1m")
    String rememberNo();
}
