package org.postlotse.probe;

import java.time.Duration;
import java.util.Optional;
import org.postlotse.catalogue.Server;

/**
 * What one server had to say.
 *
 * @param server which was asked
 * @param verdict what happened
 * @param words what the server itself said: folded, without what is secret, empty where all is well or nothing was said;
 *     where name or password are refused, it is for the hoster only: it may tell whether there is such a mailbox
 * @param took from the look-up of its name to the verdict
 * @param encryption what was seen of its TLS; empty when it did not come to that
 */
public record Finding(Server server, Verdict verdict, String words, Duration took, Optional<Encryption> encryption) {
    public Finding {
        words = verdict.works() ? "" : Folded.of(words);
    }

    public Finding(Server server, Verdict verdict, Duration took) {
        this(server, verdict, "", took, Optional.empty());
    }

    Finding with(Verdict other) {
        return new Finding(server, other, words, took, encryption);
    }
}
