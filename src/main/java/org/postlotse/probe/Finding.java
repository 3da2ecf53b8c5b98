package org.postlotse.probe;

import java.time.Duration;
import java.util.Optional;
import org.postlotse.catalogue.Server;

/**
 * What one server had to say.
 *
 * @param server which was asked
 * @param verdict what happened
 * @param took from the look-up of its name to the verdict
 * @param encryption what was seen of its TLS; empty when it did not come to that
 */
public record Finding(Server server, Verdict verdict, Duration took, Optional<Encryption> encryption) {
    public Finding(Server server, Verdict verdict, Duration took) {
        this(server, verdict, took, Optional.empty());
    }

    Finding with(Verdict other) {
        return new Finding(server, other, took, encryption);
    }
}
