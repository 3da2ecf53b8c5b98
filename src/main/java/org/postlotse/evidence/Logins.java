package org.postlotse.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postlotse.catalogue.EmailAddress;

/** What is known of the log-ins of all mailboxes. */
public interface Logins {
    /**
     * Adds what a stretch of a log showed, and how far it was read; all or nothing.
     *
     * @param uses how log-ins looked at ports that speak nothing but TLS
     * @throws AlreadyRead when the log's kept position is not the one that this one follows, or one of its batches was read
     *     from another log
     */
    void keep(Collection<Sighting> sightings, Collection<PortUse> uses, Optional<Position> position);

    /** The same, where no port was used that matters. */
    default void keep(Collection<Sighting> sightings, Optional<Position> position) {
        keep(sightings, List.of(), position);
    }

    /** How log-ins looked there, all days since this one together. */
    List<PortUse> portUses(LocalDate since);

    /** How far a log was read; empty when it never was. */
    Optional<Position> position(String mark);

    /** The mark of the log that a batch of lines was read from; empty when it was read from none, or long ago. */
    Optional<String> readFrom(String batch);

    /** Forgets batches that were read before this moment: nobody sends them again. */
    void forgetBatches(Instant before);

    /** A mailbox' devices, the latest first. */
    List<Device> devices(EmailAddress mailbox);

    /** How many log-ins each of a mailbox' devices did on each day, the latest day first. */
    List<Day> days(EmailAddress mailbox);

    /** One day of one device. */
    record Day(LocalDate day, Fingerprint fingerprint, int logins) {}

    /**
     * Devices that log in insecurely, as {@link Device#insecure} says, in the order of the names of their mailboxes.
     *
     * @param after mailboxes whose normalised name comes after this one; empty for the first page
     * @param most at most so many mailboxes, each with all of them
     */
    List<Device> insecure(Lately lately, String after, int most);

    /** How many mailboxes log in insecurely, by the key of the weakness. */
    Map<String, Long> insecureMailboxes(Lately lately);

    /** How much of what was seen since this moment looks unencrypted. */
    Census census(Instant since);

    /** The latest log-in of all; empty when none was ever seen. */
    Optional<Instant> latest();

    /** Erases all that is known of a mailbox; how many devices that were. */
    int forget(EmailAddress mailbox);

    /** Cuts the addresses of devices that were last seen before this moment down to their networks; how many. */
    int shorten(Instant before);

    /** What addresses are digested with where they are not to be stored: the same for all nodes. */
    byte[] digestKey();

    /** Erases days before this one, and devices that were last seen before it; how many devices. */
    int expire(LocalDate before);
}
