package org.postlotse.web;

import java.util.Locale;
import org.postlotse.evidence.ProgramGuess;
import org.postlotse.guide.Guides;

/** What a program that is guessed is called where its own word counts more than ours. */
public final class GuessedName {
    private GuessedName() {}

    /** As it calls itself; where it does not, as our guide for it has it; empty where there is none. */
    public static String of(ProgramGuess guess, Guides guides, Locale language) {
        return guess.name().isEmpty()
                ? guess.known()
                        .flatMap(known -> guides.find(known.id()))
                        .map(guide -> guide.name(language))
                        .orElse("")
                : guess.name();
    }
}
