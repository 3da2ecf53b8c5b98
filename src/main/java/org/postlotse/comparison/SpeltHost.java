package org.postlotse.comparison;

import java.util.regex.Pattern;

/** A host field may hold more than a host: {@code imaps://mail.example.org:993/}. */
final class SpeltHost {
    private static final Pattern SCHEME = Pattern.compile("(?i)^(?:imaps?|pop3?s?|smtps?|submissions?|https?)://");
    private static final Pattern WITH_PORT = Pattern.compile("^([^:\\[\\]]+):(\\d{1,5})$");

    private SpeltHost() {}

    /** The same with the bare host, and its port where the port was told nowhere else. */
    static Present of(Present now) {
        var host = SCHEME.matcher(now.host()).replaceFirst("").replaceFirst("/.*$", "");
        var port = now.port();
        var both = WITH_PORT.matcher(host);
        if (both.matches()) {
            host = both.group(1);
            if (port.isEmpty()) port = both.group(2);
        }
        return new Present(now.protocol(), host, port, now.security(), now.method(), now.user());
    }
}
