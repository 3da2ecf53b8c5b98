package org.postlotse.evidence;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What program a device presumably is, and why we think so.
 *
 * @param name as it calls itself; empty for one that does not, and of which only its kind is known
 * @param known the program behind the name, where the name is one that we know
 * @param reason why
 */
public record ProgramGuess(String name, Optional<KnownProgram> known, Reason reason) {
    /** A program's two halves log in within a day of each other. */
    private static final Duration TOGETHER = Duration.ofDays(1);

    private static final String NTLM = "NTLM";

    /** How sure we are. */
    public enum Confidence {
        HIGH,
        MEDIUM,
        LOW;

        /** Stable, for texts: {@code high}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Why we think so; the strongest first. */
    public enum Reason {
        /** It says so itself (RFC 2971); anybody may say anything. */
        NAMES_ITSELF(Confidence.HIGH),
        /** One program of the mailbox says its name, and logs in from the same place on the same day. */
        SAME_PLACE(Confidence.MEDIUM),
        /** Only one kind of program logs in by this method. */
        METHOD(Confidence.MEDIUM),
        /** Nobody fetches this mailbox' mail: a printer, a scanner or a web site sends. */
        ONLY_SENDS(Confidence.MEDIUM),
        /** It logs in day and night as often: another provider, a server or a device that fetches by itself. */
        BY_THE_CLOCK(Confidence.LOW),
        /** No other program of the mailbox says its name. */
        ONLY_PROGRAM(Confidence.LOW);

        private final Confidence confidence;

        Reason(Confidence confidence) {
            this.confidence = confidence;
        }

        /** Stable, for texts: {@code same-place}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public Confidence confidence() {
            return confidence;
        }
    }

    /**
     * Guesses; empty where nothing tells.
     *
     * @param all devices of the same mailbox that are known, this one among them
     */
    public static Optional<ProgramGuess> of(Device device, List<Device> all, Rhythm rhythm) {
        return named(device, all)
                .or(() -> onlySends(all) ? Optional.of(kind(Reason.ONLY_SENDS)) : Optional.empty())
                .or(() -> rhythm.kind() == Rhythm.Kind.BY_THE_CLOCK
                        ? Optional.of(kind(Reason.BY_THE_CLOCK))
                        : Optional.empty())
                .or(() -> onlyProgram(all));
    }

    /** The same where only a name is of use, and only one that is likely. */
    public static Optional<ProgramGuess> named(Device device, List<Device> all) {
        var own = device.fingerprint().client();
        if (!own.isEmpty()) return Optional.of(named(own, Reason.NAMES_ITSELF));
        return samePlace(device, all).or(() -> byMethod(device));
    }

    private static Optional<ProgramGuess> samePlace(Device device, List<Device> all) {
        if (device.network().isEmpty()) return Optional.empty();
        var there = all.stream()
                .filter(other -> other.network().equals(device.network()))
                .filter(other -> sends(other) != sends(device)) // a program fetches in one way
                .filter(other ->
                        Duration.between(other.last(), device.last()).abs().compareTo(TOGETHER) <= 0)
                .toList();
        return only(there, Reason.SAME_PLACE);
    }

    private static boolean sends(Device device) {
        return device.fingerprint().protocol() == LoginProtocol.SMTP;
    }

    private static Optional<ProgramGuess> byMethod(Device device) {
        return device.fingerprint().mechanism().equals(NTLM)
                ? Optional.of(new ProgramGuess("", Optional.of(KnownProgram.OUTLOOK_CLASSIC), Reason.METHOD))
                : Optional.empty();
    }

    private static boolean onlySends(List<Device> all) {
        return all.stream().allMatch(ProgramGuess::sends);
    }

    private static Optional<ProgramGuess> onlyProgram(List<Device> all) {
        return only(all, Reason.ONLY_PROGRAM);
    }

    /** The one name that is told among them. */
    private static Optional<ProgramGuess> only(List<Device> devices, Reason reason) {
        var names = devices.stream()
                .map(one -> one.fingerprint().client())
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        return names.size() == 1 ? Optional.of(named(names.getFirst(), reason)) : Optional.empty();
    }

    private static ProgramGuess named(String name, Reason reason) {
        return new ProgramGuess(name, KnownProgram.of(name), reason);
    }

    private static ProgramGuess kind(Reason reason) {
        return new ProgramGuess("", Optional.empty(), reason);
    }
}
