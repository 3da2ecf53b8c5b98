package org.postlotse.probe;

import java.time.Duration;
import java.util.Optional;
import org.postlotse.catalogue.Server;

/**
 * What a server shows to everybody, before anybody logs in.
 *
 * @param server which was asked
 * @param fault what is wrong with it; empty where a customer with the right password would get in as far as can be seen
 * @param words what the server itself said to that, folded; may be empty
 * @param took from the look-up of its name to what it can do
 * @param encryption what was seen of its TLS; empty when it did not come to that
 */
public record Inspection(
        Server server, Optional<Verdict> fault, String words, Duration took, Optional<Encryption> encryption) {
    static Inspection of(Finding finding) {
        return new Inspection(
                finding.server(),
                Optional.of(finding.verdict()).filter(verdict -> !verdict.works()),
                finding.words(),
                finding.took(),
                finding.encryption());
    }
}
