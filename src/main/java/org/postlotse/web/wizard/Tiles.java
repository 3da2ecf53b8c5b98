package org.postlotse.web.wizard;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postlotse.guide.Guide;
import org.postlotse.guide.Phrase;
import org.postlotse.web.Frame;
import org.postlotse.web.Texts;
import org.postlotse.web.wizard.Pages.Tile;

/** Makes the answers of the wizard's questions: each leads to what is asked next. */
@Singleton
class Tiles {
    private final Course course;
    private final Trail trail;
    private final Texts texts;

    @Inject
    Tiles(Course course, Trail trail, Texts texts) {
        this.course = course;
        this.trail = trail;
        this.texts = texts;
    }

    /** An answer whose words stand below {@code choice}. */
    Tile answer(Frame frame, String key, String badge, Journey answered) {
        var next = course.next(frame, answered);
        return plain(frame, key, badge, trail.to(frame, next.journey(), next.page()));
    }

    /** A mail program, and how it is told from others. */
    Tile program(Frame frame, Guide guide, Journey journey) {
        var next = course.next(frame, journey.with(guide.id()));
        var recognised =
                guide.recognise(frame.language()).stream().map(Phrase::plain).collect(Collectors.joining(" "));
        return new Tile(guide.name(frame.language()), recognised, "", trail.to(frame, next.journey(), next.page()));
    }

    /** An answer that leads elsewhere. */
    Tile plain(Frame frame, String key, String href) {
        return plain(frame, key, "", href);
    }

    private Tile plain(Frame frame, String key, String badge, String href) {
        return new Tile(word(frame, key + ".title"), word(frame, key + ".hint"), badge, href);
    }

    /** What a question is about, and where to go when that is a wrong guess. */
    Optional<Pages.About> about(Frame frame, Journey journey, Guide guide) {
        return Optional.of(new Pages.About(guide.name(frame.language()), trail.to(frame, journey, "program")));
    }

    /** A text below {@code choice}. */
    String word(Frame frame, String key) {
        return texts.get(frame, "choice." + key);
    }
}
