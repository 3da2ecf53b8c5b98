package org.postlotse.web.wizard;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postlotse.evidence.Device;
import org.postlotse.evidence.ProgramGuess;
import org.postlotse.guide.Guides;

/**
 * What the programs of one mailbox are called, as far as that is likely.
 *
 * @param devices all that are known of the mailbox
 */
record ProgramNames(Guides guides, Locale language, List<Device> devices) {
    /** The name of the program as our guides have it, or as it calls itself; empty where nothing tells. */
    Optional<String> of(Device device) {
        return guess(device).flatMap(this::named);
    }

    private Optional<String> named(ProgramGuess guess) {
        return GuessedProgram.of(guess, guides)
                .flatMap(known -> guides.find(known.program()))
                .map(guide -> guide.name(language))
                .or(() -> Optional.of(guess.name()).filter(name -> !name.isEmpty()));
    }

    /** The guide that its owner presumably needs. */
    Optional<GuessedProgram> guide(Device device) {
        return guess(device).flatMap(guess -> GuessedProgram.of(guess, guides));
    }

    private Optional<ProgramGuess> guess(Device device) {
        return ProgramGuess.named(device, devices);
    }
}
