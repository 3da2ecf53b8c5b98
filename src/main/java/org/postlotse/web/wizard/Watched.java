package org.postlotse.web.wizard;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postlotse.campaign.Proof;
import org.postlotse.evidence.Device;
import org.postlotse.evidence.FailedAttempt;

/**
 * What the page that watches shows.
 *
 * @param rest programs that still come the old way, as far as is known
 * @param failed what was not let in of late where the page is looked at
 * @param days without anything insecure until the closing letter
 */
record Watched(Half receiving, Half sending, List<Rest> rest, List<Failed> failed, String days) {
    private static final int MOST_FAILED = 3;

    /**
     * One half of the mail.
     *
     * @param key {@code receiving} or {@code sending}
     * @param state {@code waits}, {@code done}, {@code seen} where it may have been another device, or {@code old}
     * @param time of the latest log-in that decides; empty while there is none
     * @param program that logged in, where it told its name
     * @param network where it came from; empty where no log tells, or it does not matter
     */
    record Half(String key, String state, String time, Optional<String> program, String network) {
        static Half of(String key, Proof.Half seen, Seeing seeing) {
            if (seen.old().isPresent()) return of(key, "old", seen.old().get(), seeing);
            return seen.secure()
                    .map(device -> of(key, seeing.theirs().test(device) ? "done" : "seen", device, seeing))
                    .orElseGet(() -> new Half(key, "waits", "", Optional.empty(), ""));
        }

        private static Half of(String key, String state, Device device, Seeing seeing) {
            var network = state.equals("seen") && !device.network().startsWith("#") ? device.network() : "";
            return new Half(key, state, seeing.when().time(device.last()), seeing.name(device), network);
        }

        public boolean done() {
            return state.equals("done") || seen();
        }

        /** Encrypted, but perhaps another device. */
        public boolean seen() {
            return state.equals("seen");
        }

        public boolean old() {
            return state.equals("old");
        }
    }

    /**
     * A program that still comes the old way.
     *
     * @param half the key of what it logs in to, below {@code letter.seen.protocol}
     */
    record Rest(String half, String date, String time, Optional<String> program) {
        static Rest of(Device device, Seeing seeing) {
            return new Rest(
                    device.fingerprint().protocol().name().toLowerCase(Locale.ROOT),
                    seeing.when().date(device.last()),
                    seeing.when().time(device.last()),
                    seeing.name(device));
        }
    }

    /**
     * A program that was not let in. Whose it is, no log tells.
     *
     * @param key of the trouble, below {@code watch.failed}
     * @param half the key of what it wanted to log in to, below {@code letter.seen.protocol}
     */
    record Failed(String key, String half, String time) {
        static Failed of(FailedAttempt attempt, When when) {
            return new Failed(
                    attempt.trouble().key(),
                    attempt.service().name().toLowerCase(Locale.ROOT),
                    when.time(attempt.time()));
        }
    }

    static Watched of(Proof proof, List<Device> rest, int days, Seeing seeing) {
        return new Watched(
                Half.of("receiving", proof.receiving(), seeing),
                Half.of("sending", proof.sending(), seeing),
                rest.stream().map(device -> Rest.of(device, seeing)).toList(),
                List.of(),
                Integer.toString(days));
    }

    /** Also with what was not let in: only of a half that is not done, the latest few. */
    Watched with(List<FailedAttempt> attempts, When when) {
        var told = attempts.stream()
                .filter(attempt -> switch (attempt.service()) {
                    case IMAP, POP3 -> !receiving.done();
                    case SMTP -> !sending.done();
                    case SIEVE -> false;
                })
                .limit(MOST_FAILED)
                .map(attempt -> Failed.of(attempt, when))
                .toList();
        return new Watched(receiving, sending, rest, told, days);
    }

    public boolean all() {
        return receiving.done() && sending.done();
    }

    /** Whether it is certain as far as can be that it was this device. */
    public boolean theirs() {
        return all() && !receiving.seen() && !sending.seen();
    }

    public List<Half> halves() {
        return List.of(receiving, sending);
    }

    /** Whether a program came the old way since the page was opened. */
    public boolean anyOld() {
        return receiving.old() || sending.old();
    }
}
