package org.postlotse.campaign;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** The mailbox to which refused letters come back; text, because every fault is to be named. */
@ConfigMapping(prefix = "postlotse.campaign.returns")
interface ReturnsConfig {
    /** Where it is read by IMAP; where it is missing, none is read. */
    Optional<String> host();

    @WithDefault("993")
    String port();

    /** {@code tls}, {@code starttls}, or, on this very machine, {@code none}. */
    @WithDefault("tls")
    String security();

    Optional<String> username();

    Optional<String> password();

    /** Authorities to trust beside the usual ones: a PEM file. */
    Optional<String> trustStore();

    @WithDefault("INBOX")
    String folder();

    /** Seconds from one look to the next. */
    @WithDefault("60")
    String everySeconds();
}
