package org.postlotse.document;

import java.util.Locale;
import java.util.Set;

/**
 * A path on which programs ask for a document.
 *
 * @param methods how they ask; who answers GET answers HEAD as well (RFC 9110 §9.3.2)
 * @param path absolute, without a query
 * @param anyCase whether {@code /A} and {@code /a} are the same path
 * @param open whether one more part may follow the path, whatever it is
 */
public record Route(Set<Method> methods, String path, boolean anyCase, boolean open) {
    public Route {
        methods = Set.copyOf(methods);
    }

    /** The ways of asking that are understood. */
    public enum Method {
        GET,
        POST
    }

    Route(Set<Method> methods, String path, boolean anyCase) {
        this(methods, path, anyCase, false);
    }

    /** The same path with one more part behind it. */
    Route opened() {
        return new Route(methods, path, anyCase, true);
    }

    /** A path that is asked with GET, spelt exactly so. */
    static Route get(String path) {
        return new Route(Set.of(Method.GET), path, false);
    }

    /** What stands before the last slash of the path. */
    public String directory() {
        return path.substring(0, path.lastIndexOf('/'));
    }

    /** Whether a request could be meant for both. */
    boolean clashes(Route other) {
        return anyCase || other.anyCase
                ? path.toLowerCase(Locale.ROOT).equals(other.path.toLowerCase(Locale.ROOT))
                : path.equals(other.path);
    }
}
