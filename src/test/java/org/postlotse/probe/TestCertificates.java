package org.postlotse.probe;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The look at certificates, believing in a test's own authority. */
public final class TestCertificates {
    private TestCertificates() {}

    public static Certificates believing(X509Certificate authority) {
        var settings = new ProbeSettings(Duration.ofSeconds(10), Trust.inJdkAnd(List.of(authority)));
        return new Certificates(settings, Clock.systemUTC());
    }
}
