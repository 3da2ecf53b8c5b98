package org.postlotse.web.wizard;

import java.util.List;
import java.util.Optional;
import org.postlotse.campaign.Proof;
import org.postlotse.guide.Guides;

/**
 * What the page that watches shows.
 *
 * @param days without anything insecure until the closing letter
 */
record Watched(Half receiving, Half sending, String days) {
    /**
     * One half of the mail.
     *
     * @param key {@code receiving} or {@code sending}
     * @param state {@code waits}, {@code done} or {@code old}
     * @param time of the latest log-in that decides; empty while there is none
     * @param program that still comes the old way, where it told its name
     */
    record Half(String key, String state, String time, Optional<String> program) {
        static Half of(String key, Proof.Half seen, Guides guides, When when) {
            if (seen.old().isPresent()) {
                var device = seen.old().get();
                return new Half(
                        key,
                        "old",
                        when.time(device.last()),
                        SeenDevice.name(device.fingerprint().client(), guides, when));
            }
            return seen.done()
                    .map(done -> new Half(key, "done", when.time(done), Optional.empty()))
                    .orElseGet(() -> new Half(key, "waits", "", Optional.empty()));
        }

        public boolean done() {
            return state.equals("done");
        }

        public boolean old() {
            return state.equals("old");
        }
    }

    static Watched of(Proof proof, int days, Guides guides, When when) {
        return new Watched(
                Half.of("receiving", proof.receiving(), guides, when),
                Half.of("sending", proof.sending(), guides, when),
                Integer.toString(days));
    }

    public boolean all() {
        return receiving.done() && sending.done();
    }

    public List<Half> halves() {
        return List.of(receiving, sending);
    }

    /** What still comes the old way, where it told its name. */
    public Optional<String> oldProgram() {
        return receiving.program().or(sending::program);
    }

    /** Whether a program still comes the old way. */
    public boolean anyOld() {
        return receiving.old() || sending.old();
    }
}
