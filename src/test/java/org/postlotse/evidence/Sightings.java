package org.postlotse.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.postlotse.catalogue.EmailAddress;

/** Sightings for tests of what keeps them. */
public final class Sightings {
    public static final Fingerprint CLEAR_TEXT =
            new Fingerprint(LoginProtocol.POP3, Encryption.NONE, "", "PLAIN", "", "");
    public static final Fingerprint SECURE =
            new Fingerprint(LoginProtocol.IMAP, Encryption.TLS, "", "PLAIN", "", "Thunderbird");

    private Sightings() {}

    /** One log-in at each of these times, from one address. */
    public static Sighting of(String mailbox, Fingerprint how, String address, String... times) {
        var sighting = new Sighting(EmailAddress.parse(mailbox).orElseThrow(), how);
        for (var time : times) {
            var at = Instant.parse(time);
            sighting.add(at, Hour.of(at, ZoneOffset.UTC), address);
        }
        return sighting;
    }

    /** Log-ins that were counted for a device which another one did. */
    public static Sighting withdrawn(String mailbox, Fingerprint how, String... days) {
        var sighting = new Sighting(EmailAddress.parse(mailbox).orElseThrow(), how);
        for (var day : days) sighting.withdraw(LocalDate.parse(day));
        return sighting;
    }
}
