package org.postlotse.campaign.hook;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Brings changes to those who are to be told, one after the other, and again where the answer was not “well”. */
@Singleton
public class Courier {
    private static final Logger LOG = Logger.getLogger(Courier.class);
    private static final int PAGE = 500;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    /** Longer than any attempt lasts: who was killed in the middle of one is taken over. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    private static final int MOST_DOUBLINGS = 12;

    private final List<Hook> hooks;
    private final Deliveries deliveries;
    private final Clock clock;
    private volatile boolean ending;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER) // only where the configuration says
            .build();

    @Inject
    Courier(HookSettings settings, Deliveries deliveries, Clock clock) {
        this(settings.hooks(), deliveries, clock);
    }

    Courier(List<Hook> hooks, Deliveries deliveries, Clock clock) {
        this.hooks = List.copyOf(hooks);
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** Whether anybody is to be told. */
    public boolean busy() {
        return !hooks.isEmpty();
    }

    /** The names of those who are told, as the configuration has them. */
    public List<String> names() {
        return hooks.stream().map(Hook::name).toList();
    }

    /** Whoever is being told now has to be told again; nobody else is told any more. */
    void end() {
        ending = true;
        client.shutdownNow();
    }

    /** Brings all that is due; how much was received. */
    public int round() {
        var names = hooks.stream().map(Hook::name).collect(Collectors.toSet());
        while (deliveries.spread(names, clock.instant(), PAGE) == PAGE) {
            // the next page
        }
        int received = 0;
        for (var hook : hooks) received += bring(hook);
        return received;
    }

    private int bring(Hook hook) {
        int received = 0;
        while (!ending) {
            var now = clock.instant();
            var next = deliveries.take(hook.name(), now, now.plus(LEASE));
            if (next.isEmpty()) return received;
            if (!takes(hook, Message.of(next.get().change()))) {
                deliveries.later(
                        next.get(), clock.instant().plus(pause(next.get().attempts())));
                return received;
            }
            deliveries.done(next.get());
            received++;
        }
        return received;
    }

    private boolean takes(Hook hook, Message message) {
        try {
            int status = client.send(request(hook, message, clock.instant()), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status >= 200 && status < 300) return true;
            LOG.warnf("webhook %s answered %d; it is tried again", hook.name(), status);
        } catch (IOException broken) {
            LOG.warnf("webhook %s can not be reached (%s); it is tried again", hook.name(), broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private static HttpRequest request(Hook hook, Message message, Instant now) {
        return HttpRequest.newBuilder(hook.url())
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Postlotse")
                .header("webhook-id", message.id())
                .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .header("webhook-signature", hook.signature(message.id(), now, message.body()))
                .POST(HttpRequest.BodyPublishers.ofString(message.body()))
                .build();
    }

    /** Ten seconds, twice as long each time, six hours at most; it is never given up. */
    static Duration pause(int attempts) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), MOST_DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
