package org.postlotse.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
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
        var owner = EmailAddress.parse(mailbox).orElseThrow();
        var sighting = new Sighting(owner, how);
        for (var time : times) sighting.add(login(new Judgement.Customers(owner, how, address), time), address);
        return sighting;
    }

    private static Manner login(Judgement.Customers customers, String time) {
        var at = Instant.parse(time);
        var facts = new Manner.Facts(
                customers.fingerprint().protocol(),
                customers.mailbox().normalised(),
                customers.network(),
                Endpoint.UNKNOWN,
                new Protection(customers.fingerprint().encryption(), "", "", ""),
                "");
        var manner = new Manner(facts);
        manner.add(
                new SeenLogin(ChronoUnit.MICROS.between(Instant.EPOCH, at), 0, manner, 0, ""),
                Hour.of(at, ZoneOffset.UTC));
        return manner;
    }

    /** Log-ins that were counted for a device which another one did. */
    public static Sighting withdrawn(String mailbox, Fingerprint how, String... days) {
        var sighting = new Sighting(EmailAddress.parse(mailbox).orElseThrow(), how);
        for (var day : days) sighting.withdraw(LocalDate.parse(day));
        return sighting;
    }
}
