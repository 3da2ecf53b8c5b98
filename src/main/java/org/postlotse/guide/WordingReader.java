package org.postlotse.guide;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;

/** Reads {@code common.<language>.yaml}: the texts that all guides share. */
final class WordingReader {
    Wording read(Node file, Locale language) {
        file.only(Arrays.stream(Word.values()).map(Word::key).toArray(String[]::new));
        var texts = new EnumMap<Word, String>(Word.class);
        for (var word : Word.values()) {
            var node = file.child(word.key());
            var text = node.text();
            if (!new HashSet<>(word.slots()).equals(slots(text)))
                node.fault("has to name " + word.slots() + " in braces, each of them and no others");
            texts.put(word, text);
        }
        return new Wording(language, texts);
    }

    private static Set<String> slots(String text) {
        return Braces.NAME
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toSet());
    }
}
