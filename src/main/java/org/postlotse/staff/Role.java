package org.postlotse.staff;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody may do. Each has the names below, too, because annotations want constants. */
public enum Role {
    /** Reads the desk. */
    SUPPORT(Role.Names.SUPPORT),
    /** Reads the desk, and may do what asks servers or DNS. */
    OPERATOR(Role.Names.OPERATOR),
    /** A machine at the API. */
    API(Role.Names.API);

    private final String key;

    Role(String key) {
        this.key = key;
    }

    /** As in the configuration, in texts' keys and in {@code @RolesAllowed}. */
    public String key() {
        return key;
    }

    static Optional<Role> parse(String text) {
        var key = text.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(role -> role.key.equals(key)).findFirst();
    }

    /** The roles' names for annotations. */
    public static final class Names {
        public static final String SUPPORT = "support";
        public static final String OPERATOR = "operator";
        public static final String API = "api";

        private Names() {}
    }
}
