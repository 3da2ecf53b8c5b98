package org.postlotse.web.wizard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ServiceUnavailableException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.evidence.Arrivals;

/** Sends a part of a page, and again whenever a log-in has changed it: one JSON string an event, empty where nothing did. */
@Singleton
class LiveWatch {
    /** Each holds a connection; whoever finds none free asks again and again instead. */
    private static final int MOST = 10_000;
    /** Proxies hang up where nothing is said for a minute. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);
    /** Then the browser connects anew: a node that is taken out of service gets rid of its visitors. */
    private static final int LONGEST_SILENCES = 40;

    private final Arrivals arrivals;
    private final ObjectMapper mapper;
    private final Semaphore free = new Semaphore(MOST);

    @Inject
    LiveWatch(Arrivals arrivals, ObjectMapper mapper) {
        this.arrivals = arrivals;
        this.mapper = mapper;
    }

    /**
     * Begins when it is listened to, and ends with it.
     *
     * @param part looks up what there is to show, and renders it
     * @throws ServiceUnavailableException when too many watch already
     */
    Multi<String> of(EmailAddress mailbox, Supplier<String> part) {
        if (free.availablePermits() == 0) throw new ServiceUnavailableException();
        return Multi.createFrom().emitter(events -> {
            var thread = Thread.ofVirtual().name("watches").unstarted(() -> tell(mailbox, part, events));
            events.onTermination(thread::interrupt);
            thread.start();
        });
    }

    private void tell(EmailAddress mailbox, Supplier<String> part, MultiEmitter<? super String> events) {
        if (!free.tryAcquire()) {
            events.complete();
            return;
        }
        try (var listening = arrivals.listen(mailbox)) {
            var shown = "";
            for (int silences = 0; silences < LONGEST_SILENCES; ) {
                var now = part.get();
                events.emit(json(now.equals(shown) ? "" : now));
                shown = now;
                if (!listening.await(SIGN_OF_LIFE)) silences++;
            }
            events.complete();
        } catch (InterruptedException nobodyListens) {
            events.complete();
        } catch (RuntimeException broken) {
            events.fail(broken);
        } finally {
            free.release();
        }
    }

    private String json(String text) {
        try {
            return mapper.writeValueAsString(text);
        } catch (JsonProcessingException neverOfText) {
            throw new UncheckedIOException(neverOfText);
        }
    }
}
