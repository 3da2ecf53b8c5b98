package org.postlotse.campaign;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postlotse.evidence.Device;
import org.postlotse.evidence.Encryption;
import org.postlotse.evidence.LoginProtocol;

/**
 * What the logs have shown of a mailbox since a moment: whether mail was received and sent securely, and who still comes the
 * old way.
 */
public record Proof(Half receiving, Half sending) {
    private static final Set<LoginProtocol> RECEIVING = Set.of(LoginProtocol.IMAP, LoginProtocol.POP3);
    private static final Set<LoginProtocol> SENDING = Set.of(LoginProtocol.SMTP);

    /**
     * One half of the mail.
     *
     * @param secure the device that was seen secure last; empty when none was
     * @param old a device that came the old way later than that
     */
    public record Half(Optional<Device> secure, Optional<Device> old) {
        /** When it was seen secure last; empty when it was not. */
        public Optional<Instant> done() {
            return secure.map(Device::last);
        }

        /** Seen secure, and nothing else since. */
        public boolean fine() {
            return secure.isPresent() && old.isEmpty();
        }
    }

    /** What was seen after a moment. */
    public static Proof since(Instant moment, List<Device> devices) {
        var seen =
                devices.stream().filter(device -> device.last().isAfter(moment)).toList();
        return new Proof(half(RECEIVING, seen), half(SENDING, seen));
    }

    private static Half half(Set<LoginProtocol> protocols, List<Device> seen) {
        var mine = seen.stream()
                .filter(device -> protocols.contains(device.fingerprint().protocol()))
                .toList();
        var secure = mine.stream().filter(Proof::secure).max(Comparator.comparing(Device::last));
        var done = secure.map(Device::last);
        var old = mine.stream()
                .filter(device -> device.fingerprint().weakness().isPresent())
                .filter(device ->
                        done.filter(moment -> !device.last().isAfter(moment)).isEmpty())
                .max(Comparator.comparing(Device::last));
        return new Half(secure, old);
    }

    /**
     * Devices that still come the old way, the latest first: one that is secure has not taken their place. It has when it
     * fetches or sends as they did, calls itself the same, and came later; that another one is secure says nothing of them.
     *
     * @param since devices that were not seen after this moment are let go
     */
    public static List<Device> remaining(List<Device> devices, Instant since) {
        return devices.stream()
                .filter(device -> device.fingerprint().weakness().isPresent())
                .filter(device -> device.last().isAfter(since))
                .filter(device -> devices.stream().filter(Proof::secure).noneMatch(other -> replaces(other, device)))
                .sorted(Comparator.comparing(Device::last).reversed())
                .toList();
    }

    private static boolean replaces(Device secure, Device old) {
        var one = secure.fingerprint();
        var other = old.fingerprint();
        return RECEIVING.contains(one.protocol()) == RECEIVING.contains(other.protocol())
                && one.client().equals(other.client())
                && secure.last().isAfter(old.last());
    }

    /** Encrypted for certain: a trusted hop proves nothing. */
    private static boolean secure(Device device) {
        return device.fingerprint().weakness().isEmpty() && device.fingerprint().encryption() == Encryption.TLS;
    }

    /** Whether every half that was insecure is fine. */
    boolean mends(List<Device> insecure) {
        return (fine(receiving, RECEIVING, insecure)) && fine(sending, SENDING, insecure);
    }

    /** Whether at least one half that was insecure is fine. */
    boolean begins(List<Device> insecure) {
        return receiving.fine() && concerns(RECEIVING, insecure) || sending.fine() && concerns(SENDING, insecure);
    }

    private static boolean fine(Half half, Set<LoginProtocol> protocols, List<Device> insecure) {
        return half.fine() || !concerns(protocols, insecure);
    }

    private static boolean concerns(Set<LoginProtocol> protocols, List<Device> insecure) {
        return insecure.stream()
                .anyMatch(device -> protocols.contains(device.fingerprint().protocol()));
    }
}
