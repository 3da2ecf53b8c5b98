package org.postlotse.document.takeover;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Addresses of web pages as the configuration takes them: absolute, http or https, for a host, in nobody's name. */
final class WebAddress {
    private WebAddress() {}

    static Optional<URI> parse(String text) {
        try {
            var url = new URI(text);
            if (url.getScheme() == null || url.getHost() == null || url.getUserInfo() != null) return Optional.empty();
            var scheme = url.getScheme().toLowerCase(Locale.ROOT);
            return scheme.equals("https") || scheme.equals("http")
                    ? Optional.of(new URI(scheme + text.substring(scheme.length())))
                    : Optional.empty();
        } catch (URISyntaxException nonsense) {
            return Optional.empty();
        }
    }
}
