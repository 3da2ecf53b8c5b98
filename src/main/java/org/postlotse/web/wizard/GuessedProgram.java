package org.postlotse.web.wizard;

import java.util.Optional;
import org.postlotse.evidence.KnownProgram;
import org.postlotse.evidence.ProgramGuess;
import org.postlotse.guide.Device;
import org.postlotse.guide.Guides;

/**
 * The guide that the owner of a program presumably needs. A guess: whoever has another program finds it one page back.
 *
 * @param program the id of a guide that there is
 */
record GuessedProgram(String program, Device device) {
    /** Empty where the guess names no program that there is a guide for. */
    static Optional<GuessedProgram> of(ProgramGuess guess, Guides guides) {
        return guess.known()
                .filter(known -> guides.find(known.id()).isPresent())
                .map(known -> new GuessedProgram(known.id(), device(known.platform())));
    }

    /** What a program's own name says. */
    static Optional<GuessedProgram> of(String client, Guides guides) {
        return KnownProgram.of(client)
                .flatMap(known ->
                        of(new ProgramGuess(client, Optional.of(known), ProgramGuess.Reason.NAMES_ITSELF), guides));
    }

    private static Device device(KnownProgram.Platform platform) {
        return switch (platform) {
            case IPHONE -> Device.IPHONE;
            case IPAD -> Device.IPAD;
            case MAC -> Device.MAC;
            case ANDROID -> Device.ANDROID;
            case WINDOWS -> Device.WINDOWS;
        };
    }
}
