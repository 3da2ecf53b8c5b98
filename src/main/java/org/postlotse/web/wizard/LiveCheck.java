package org.postlotse.web.wizard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.List;
import org.postlotse.probe.Secret;
import org.postlotse.web.Texts;

/**
 * A check that is told while it goes on, as server-sent events: first the servers' answers as they come, last the whole
 * page. The answer to the form's own POST is what carries them: a password never has to wait anywhere for a second request.
 */
@Singleton
class LiveCheck {
    private final CheckDesk desk;
    private final Texts texts;
    private final ObjectMapper mapper;

    @Inject
    LiveCheck(CheckDesk desk, Texts texts, ObjectMapper mapper) {
        this.desk = desk;
        this.texts = texts;
        this.mapper = mapper;
    }

    /**
     * One event's data.
     *
     * @param kind {@code answers} or {@code page}
     * @param say what is read out; may be empty
     * @param html of the answers, or the whole page
     */
    record Event(String kind, String say, String html) {}

    /**
     * The events, each a JSON object. It begins when it is listened to, and then goes to its end, whether anybody listens
     * or not; closes the secret.
     */
    Multi<String> of(CheckDesk.Asked asked, CheckForm form) {
        return Multi.createFrom()
                .emitter(events -> Thread.ofVirtual().name("check").start(() -> tell(asked, form, events)));
    }

    private void tell(CheckDesk.Asked asked, CheckForm form, MultiEmitter<? super String> events) {
        try {
            var reply = desk.answer(asked, form, answers -> events.emit(event(asked, answers)));
            events.emit(json(new Event("page", "", reply.page().render())));
            events.complete();
        } catch (RuntimeException broken) {
            events.fail(broken);
        } finally {
            form.password().ifPresent(Secret::close);
        }
    }

    private String event(CheckDesk.Asked asked, List<ServerAnswer> answers) {
        long heard = answers.stream()
                .filter(answer -> !answer.state().equals("waits"))
                .count();
        var said = texts.get(asked.frame(), "check.progress")
                .replace("{done}", Long.toString(heard))
                .replace("{all}", Integer.toString(answers.size()));
        return json(new Event("answers", said, new Pages.Answers(asked.frame(), answers).render()));
    }

    private String json(Event event) {
        try {
            return mapper.writeValueAsString(event);
        } catch (JsonProcessingException neverOfText) {
            throw new UncheckedIOException(neverOfText);
        }
    }
}
