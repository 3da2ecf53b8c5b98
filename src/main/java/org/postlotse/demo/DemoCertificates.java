package org.postlotse.demo;

import java.time.Duration;
import java.time.Instant;
import org.postlotse.demo.ThrowAwayAuthority.KeyKind;
import org.postlotse.demo.ThrowAwayAuthority.Wanted;

/** The demo's authority and what it signs, made afresh at every start. */
final class DemoCertificates {
    private static final Duration LONG = Duration.ofDays(40);
    private static final Duration SHORT = Duration.ofDays(10);

    private final ThrowAwayAuthority root = ThrowAwayAuthority.root("Postlotse Demo Root");
    private final ThrowAwayAuthority issuer = root.intermediate("Postlotse Demo Issuer");
    private final Wanted good = Wanted.server("localhost").issuerAt("http://ca.demo.example/issuer.crt");

    /** The authority to be trusted, as PEM. */
    String rootPem() {
        return Issued.pem(root.certificate());
    }

    /** What a server with this oddity shows. */
    Issued shownBy(Oddity oddity) {
        var now = Instant.now();
        return switch (oddity) {
            case EXPIRED_CERTIFICATE -> issuer.issue(good.valid(now.minus(LONG), now.minus(SHORT)));
            case NOT_YET_VALID_CERTIFICATE -> issuer.issue(good.valid(now.plus(SHORT), now.plus(LONG)));
            case OTHER_HOSTS_CERTIFICATE -> issuer.issue(good.named("mail.other.example"));
            case STRANGERS_CERTIFICATE -> ThrowAwayAuthority.root("Somebody").issue(Wanted.server("localhost"));
            case INCOMPLETE_CHAIN -> issuer.issue(good).withoutIntermediates();
            case WEAK_KEY -> issuer.issue(good.with(KeyKind.RSA_1024));
            case NONE, CRAM_MD5_ONLY, NO_STARTTLS, OLD_TLS, BROKEN_TLS, SILENT, PREAUTH, NO_SERVER, NO_HOST ->
                issuer.issue(good);
        };
    }
}
