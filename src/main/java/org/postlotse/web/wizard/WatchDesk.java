package org.postlotse.web.wizard;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.postlotse.campaign.CampaignSettings;
import org.postlotse.campaign.CountedAs;
import org.postlotse.campaign.Counters;
import org.postlotse.campaign.Proof;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.evidence.Device;
import org.postlotse.evidence.Evidence;
import org.postlotse.evidence.FailedAttempts;
import org.postlotse.evidence.Logins;
import org.postlotse.guide.Guides;
import org.postlotse.web.Frame;
import org.postlotse.web.Texts;
import org.postlotse.web.Visits;

/** Looks up what the logs show of the mailbox of whoever came by a letter. */
@Singleton
class WatchDesk {
    /** What failed before is not what somebody tries now. */
    private static final Duration OF_LATE = Duration.ofMinutes(15);

    private final Visits visits;
    private final Trail trail;
    private final Course course;
    private final Logins logins;
    private final FailedAttempts failedAttempts;
    private final Evidence evidence;
    private final Catalogue catalogue;
    private final Guides guides;
    private final Texts texts;
    private final CampaignSettings settings;
    private final Counters counters;
    private final Clock clock;

    @Inject
    WatchDesk(
            Visits visits,
            Trail trail,
            Course course,
            Logins logins,
            FailedAttempts failedAttempts,
            Evidence evidence,
            Catalogue catalogue,
            Guides guides,
            Texts texts,
            CampaignSettings settings,
            Counters counters,
            Clock clock) {
        this.visits = visits;
        this.trail = trail;
        this.course = course;
        this.logins = logins;
        this.failedAttempts = failedAttempts;
        this.evidence = evidence;
        this.catalogue = catalogue;
        this.guides = guides;
        this.texts = texts;
        this.settings = settings;
        this.counters = counters;
        this.clock = clock;
    }

    /** One visitor who watches; empty where it is not known that the mailbox is theirs. */
    Optional<Watch> open(HttpServerRequest request, String sealed) {
        var visit = visits.ofPage(request);
        var journey = trail.read(sealed);
        return journey.vouched()
                .map(since -> new Watch(visit.frame(), journey, visit.network().getHostAddress()));
    }

    /** A visitor who watches. */
    final class Watch {
        private final Frame frame;
        private final Journey journey;
        private final String address;
        /** Sealed once: a part that shows the same is the same. */
        private final Map<Boolean, Pages.WatchWays> ways = new ConcurrentHashMap<>();

        /** Whether everything was seen: counted once. */
        private final AtomicBoolean green = new AtomicBoolean();

        Watch(Frame frame, Journey journey, String address) {
            this.frame = frame;
            this.journey = journey;
            this.address = address;
        }

        /** Where they come from. */
        String address() {
            return address;
        }

        EmailAddress mailbox() {
            return journey.mailbox().orElseThrow();
        }

        Pages.Watch page() {
            var devices = logins.devices(mailbox());
            counters.step("watching", countedAs(devices));
            var watched = watched(devices);
            return new Pages.Watch(
                    frame, mailbox().display(), watched, ways.computeIfAbsent(watched.all(), this::ways));
        }

        Pages.WatchState state() {
            var watched = watched(logins.devices(mailbox()));
            return new Pages.WatchState(frame, watched, ways.computeIfAbsent(watched.all(), this::ways));
        }

        /** The part that changes, as it stands in the page. */
        String part() {
            return state().render();
        }

        private CountedAs countedAs(List<Device> devices) {
            return CountedAs.of(devices).with(journey.program());
        }

        private Watched watched(List<Device> devices) {
            var proof = Proof.since(journey.vouched().orElseThrow(), devices);
            var when = new When(texts, frame, catalogue.zone());
            var seeing = new Seeing(new ProgramNames(guides, frame.language(), devices), when, this::isTheirs);
            var watched = Watched.of(proof, rest(devices), settings.cleanDays(), seeing)
                    .with(failedAttempts.from(address, clock.instant().minus(OF_LATE)), when);
            if (watched.all() && !green.getAndSet(true)) counters.step("proven", countedAs(devices));
            return watched;
        }

        private List<Device> rest(List<Device> devices) {
            return Proof.remaining(devices, evidence.lately().seenAfter()).stream()
                    .limit(SeenDevice.MOST)
                    .toList();
        }

        /** From where the page is looked at, or with the program that it is about. */
        private boolean isTheirs(Device device) {
            var guess = GuessedProgram.of(device.fingerprint().client(), guides).map(GuessedProgram::program);
            return evidence.isAt(device, address) || guess.isPresent() && guess.equals(journey.program());
        }

        private Pages.WatchWays ways(boolean all) {
            return new Pages.WatchWays(
                    trail.to(frame, journey, course.beforeTheCheck(journey)),
                    trail.to(frame, journey, "watch"),
                    trail.to(frame, journey, "settings"),
                    trail.to(frame, journey, "check"),
                    trail.to(frame, all ? journey.finished() : journey, "done"));
        }
    }
}
