package org.postlotse.web.desk;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which paths are the desk's. */
final class DeskPath {
    /** Below the language. */
    static final String DESK = "/desk";

    static final String LOG_IN = DESK + "/log-in";

    private static final Pattern WITHIN = Pattern.compile("(?:/[a-z]{2})?/desk(?:/.*)?");

    private DeskPath() {}

    static boolean within(@Nullable String path) {
        return path != null && WITHIN.matcher(path).matches();
    }
}
