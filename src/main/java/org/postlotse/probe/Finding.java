package org.postlotse.probe;

import java.time.Duration;
import org.postlotse.catalogue.Server;

/**
 * What one server had to say.
 *
 * @param server which was asked
 * @param verdict what happened
 * @param took from the look-up of its name to the verdict
 */
public record Finding(Server server, Verdict verdict, Duration took) {
    Finding with(Verdict other) {
        return new Finding(server, other, took);
    }
}
