package org.postlotse.probe;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postlotse.catalogue.Host;

/**
 * The DNS names in a certificate's subjectAltName. The common name does not count (RFC 9525 §2), nor do addresses.
 *
 * @param names as they stand there
 */
record HostNames(List<String> names) {
    private static final int DNS_NAME = 2; // RFC 5280 §4.2.1.6, GeneralName [2]

    static HostNames in(X509Certificate certificate) {
        try {
            var all = Optional.<Collection<List<?>>>ofNullable(certificate.getSubjectAlternativeNames());
            return new HostNames(all.orElse(List.of()).stream()
                    .filter(name -> name.getFirst().equals(DNS_NAME))
                    .map(name -> name.get(1).toString())
                    .toList());
        } catch (CertificateParsingException unreadable) {
            return new HostNames(List.of());
        }
    }

    boolean cover(Host host) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).anyMatch(name -> covers(name, host.name()));
    }

    /** RFC 9525 §6.3: a wildcard is the whole left label, and stands for exactly one. */
    private static boolean covers(String name, String host) {
        if (!name.startsWith("*.")) return name.equals(host);
        int dot = host.indexOf('.');
        var rest = name.substring(1);
        return dot > 0 && rest.indexOf('.', 1) > 0 && rest.indexOf('*') < 0 && rest.equals(host.substring(dot));
    }
}
