package org.postlotse.campaign;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** The mail server that takes our letters; text, because every fault is to be named. */
@ConfigMapping(prefix = "postlotse.campaign.post")
interface PostConfig {
    /** Its name; where it is missing no letter can be sent. */
    Optional<String> host();

    @WithDefault("587")
    String port();

    /** {@code starttls}, {@code tls}, or, on this very machine, {@code none}. */
    @WithDefault("starttls")
    String security();

    Optional<String> username();

    Optional<String> password();

    /** Authorities to trust beside the usual ones: a PEM file. */
    Optional<String> trustStore();

    /** Whose letters they are: {@code Beispiel Kundenservice <service@example.org>}. */
    Optional<String> from();

    /** Where refused letters come back to; {@code {code}} stands for the letter's own mark: {@code bounce+{code}@example.org}. */
    Optional<String> bounces();

    /** Letters on their way at the same time, on each node. */
    @WithDefault("4")
    String connections();
}
