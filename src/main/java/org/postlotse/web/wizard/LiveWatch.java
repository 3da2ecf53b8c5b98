package org.postlotse.web.wizard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ServiceUnavailableException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
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
    private final Set<Watch> open = ConcurrentHashMap.newKeySet();

    @Inject
    LiveWatch(Arrivals arrivals, ObjectMapper mapper) {
        this.arrivals = arrivals;
        this.mapper = mapper;
    }

    /** Who watches: whose mailbox, and from where. */
    record Whom(EmailAddress mailbox, String address) {}

    /**
     * Begins when it is listened to, and ends with it.
     *
     * @param part looks up what there is to show, and renders it
     * @throws ServiceUnavailableException when too many watch already
     */
    Multi<String> of(Whom whom, Supplier<String> part) {
        if (free.availablePermits() == 0) throw new ServiceUnavailableException();
        return Multi.createFrom().emitter(events -> {
            var watch = new Watch();
            events.onTermination(watch::end);
            Thread.ofVirtual().name("watches").start(() -> tell(watch, whom, part, events));
        });
    }

    /** A stream ends before the process does: Quarkus waits for requests that are open. The browser comes again. */
    void atEnd(@Observes ShutdownDelayInitiatedEvent event) {
        open.forEach(Watch::end);
    }

    /** One stream. Its thread is never interrupted: it may be reading a database's file, which that would close. */
    private static final class Watch {
        private final AtomicReference<Optional<Arrivals.Listening>> ear = new AtomicReference<>(Optional.empty());
        private volatile boolean over;

        void end() {
            over = true;
            ear.get().ifPresent(Arrivals.Listening::wake);
        }
    }

    private void tell(Watch watch, Whom whom, Supplier<String> part, MultiEmitter<? super String> events) {
        if (!free.tryAcquire()) {
            events.complete();
            return;
        }
        open.add(watch);
        try (var listening = arrivals.listen(whom.mailbox(), whom.address())) {
            watch.ear.set(Optional.of(listening));
            var shown = "";
            for (int silences = 0; !watch.over && silences < LONGEST_SILENCES; ) {
                var now = part.get();
                events.emit(json(now.equals(shown) ? "" : now));
                shown = now;
                if (!listening.await(SIGN_OF_LIFE)) silences++;
            }
            events.complete();
        } catch (InterruptedException ending) {
            events.complete();
        } catch (RuntimeException broken) {
            events.fail(broken);
        } finally {
            open.remove(watch);
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
