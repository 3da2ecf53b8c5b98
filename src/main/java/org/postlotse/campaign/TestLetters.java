package org.postlotse.campaign;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import org.postlotse.catalogue.EmailAddress;

/** A letter to oneself, as a mailbox would get it. It counts as no letter to that mailbox, and no case moves for it. */
@Singleton
public class TestLetters {
    private static final String MARK = "[Test] ";

    private final Letters letters;
    private final Cases cases;
    private final Post post;

    @Inject
    TestLetters(Letters letters, Cases cases, Post post) {
        this.letters = letters;
        this.cases = cases;
        this.post = post;
    }

    /**
     * A letter.
     *
     * @param mailbox of which it tells
     * @param to whoever wants to see it
     */
    public record Wanted(EmailAddress mailbox, EmailAddress to, LetterKind kind, Locale language) {}

    /** As it would be sent; empty where the mailbox is not the hoster's. */
    public Optional<Letter.Written> look(Wanted wanted) {
        return letter(wanted).map(this::written);
    }

    /** Sends it; whether the mail server took it. False, too, where the mailbox is not the hoster's. */
    public boolean send(Wanted wanted) {
        return letter(wanted)
                .filter(letter -> post.send(letter, written(letter)) == Post.Reply.TAKEN)
                .isPresent();
    }

    private Optional<Letter> letter(Wanted wanted) {
        return letters.compose(wanted.mailbox(), new Letters.Occasion(cases.of(wanted.mailbox()), wanted.kind(), 0))
                .map(letter ->
                        letter.to(new Letter.Reader(wanted.to(), letter.reader().owner(), wanted.language())));
    }

    private Letter.Written written(Letter letter) {
        var written = letters.write(letter);
        return new Letter.Written(MARK + written.subject(), written.text(), written.html());
    }
}
