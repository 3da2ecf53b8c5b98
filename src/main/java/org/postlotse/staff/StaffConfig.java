package org.postlotse.staff;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Who works at the hoster, as it was written: text, because {@link StaffReader} wants to name every fault. */
@ConfigMapping(prefix = "postlotse.operators")
interface StaffConfig {
    /** Those who log in with a password. */
    Optional<List<Person>> people();

    /** Programs with a token. */
    Optional<List<Program>> tokens();

    /** How long a session lasts without a click, {@code 30m}. */
    @WithDefault("30m")
    String idle();

    /** How long a session lasts at most, {@code 10h}. */
    @WithDefault("10h")
    String longest();

    /** How many days it is known who did what at the desk. */
    @WithDefault("730")
    String keepDays();

    interface Person {
        Optional<String> name();

        /** What the command {@code hash} prints. */
        Optional<String> hash();

        @WithDefault("support")
        String role();
    }

    interface Program {
        Optional<String> name();

        /** What the command {@code token} prints beside the token. */
        Optional<String> hash();

        @WithDefault("api")
        String role();
    }
}
