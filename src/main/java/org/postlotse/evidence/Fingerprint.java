package org.postlotse.evidence;

import java.util.Optional;

/**
 * How one program logs in: what stays the same from log-in to log-in, so that the programs of a mailbox are told apart.
 *
 * @param protocol what it logs in to
 * @param encryption whether it encrypts
 * @param obsoleteTls {@code TLSv1} and its like; empty for a version that stays, and where the log does not tell
 * @param mechanism the SASL mechanism in capitals; empty where the log does not tell
 * @param oldName the old host name that it uses; empty for today's, and where the log does not tell
 * @param client what it calls itself; empty where it does not
 */
public record Fingerprint(
        LoginProtocol protocol,
        Encryption encryption,
        String obsoleteTls,
        String mechanism,
        String oldName,
        String client) {

    /** Why it will not be let in any more; the gravest reason. */
    public Optional<Weakness> weakness() {
        return Weakness.of(encryption, obsoleteTls, mechanism, oldName);
    }

    /** The same program, once it said what it is. */
    Fingerprint saying(String client) {
        return new Fingerprint(protocol, encryption, obsoleteTls, mechanism, oldName, client);
    }
}
