package org.postlotse.campaign;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A mail server that remembers what it took, and answers as it is told. */
final class Letterbox implements Post, Letter.Writer {
    private final List<Letter> letters = new CopyOnWriteArrayList<>();
    private Function<Letter, Reply> answer = letter -> Reply.TAKEN;

    void answering(Function<Letter, Reply> other) {
        answer = other;
    }

    /** What it took: {@code erika@example.test first}. */
    List<String> taken() {
        return letters.stream()
                .map(letter -> letter.recipient().mailbox().normalised() + " "
                        + letter.kind().key())
                .toList();
    }

    List<Letter> letters() {
        return List.copyOf(letters);
    }

    @Override
    public int connections() {
        return 3;
    }

    @Override
    public Reply send(Letter letter, Letter.Written written) {
        var reply = answer.apply(letter);
        if (reply == Reply.TAKEN) letters.add(letter);
        return reply;
    }

    @Override
    public Letter.Written write(Letter letter) {
        return new Letter.Written(letter.kind().key(), letter.link(), letter.link());
    }

    @Override
    public Set<Locale> languages() {
        return Set.of(Locale.GERMAN, Locale.ENGLISH);
    }
}
