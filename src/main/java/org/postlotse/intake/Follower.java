package org.postlotse.intake;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.evidence.AlreadyRead;
import org.postlotse.evidence.Evidence;
import org.postlotse.evidence.Logins;
import org.postlotse.evidence.SourceReading;

/** Follows every configured file, each on a thread of its own, and keeps the evidence's promises about old traces. */
@Singleton
class Follower {
    private static final Logger LOG = Logger.getLogger(Follower.class);
    private static final int AFTER_THE_MIGRATION = 800;
    private static final Duration PAUSE = Duration.ofMillis(200);
    /** After a file or the database failed. */
    private static final Duration LONG_PAUSE = Duration.ofSeconds(5);

    private static final Duration TIDYING = Duration.ofHours(6);

    private final IntakeSettings settings;
    private final Evidence evidence;
    private final Logins logins;
    private final Catalogue catalogue;
    private final Pushed pushed;
    private final Clock clock;
    private final List<Thread> threads = new ArrayList<>();
    private final Map<Path, State> states = new ConcurrentHashMap<>();

    @Inject
    Follower(
            IntakeSettings settings,
            Evidence evidence,
            Logins logins,
            Catalogue catalogue,
            Pushed pushed,
            Clock clock) {
        this.settings = settings;
        this.evidence = evidence;
        this.logins = logins;
        this.catalogue = catalogue;
        this.pushed = pushed;
        this.clock = clock;
    }

    /**
     * How a file fares.
     *
     * @param read bytes of it that were read
     * @param complaint why it can not be read; empty when it can
     */
    record State(Path file, long read, String complaint) {}

    /** In the order of their paths. */
    List<State> states() {
        return states.values().stream()
                .sorted(java.util.Comparator.comparing(State::file))
                .toList();
    }

    void atStart(@Observes @Priority(AFTER_THE_MIGRATION) StartupEvent event) {
        for (var file : settings.files())
            begin(new FollowedFile(file, () -> reading(file.toString()), logins, clock), file, read -> {});
        pushed.spool()
                .ifPresent(spool -> begin(
                        new FollowedFile(
                                        spool.file(),
                                        () -> reading("syslog, HTTP").announcedBy(spool.notes()),
                                        logins,
                                        clock)
                                .upTo(spool::whole),
                        spool.file(),
                        read -> spool.turn(read.isThroughWithRenamed())));
        if (settings.running()) threads.add(Thread.ofVirtual().name("tidies").start(this::tidy));
    }

    void atEnd(@Observes ShutdownEvent event) throws InterruptedException {
        threads.forEach(Thread::interrupt);
        for (var thread : threads) thread.join(LONG_PAUSE);
    }

    /** What is done each time when a file was read to its end. */
    private interface Afterwards {
        void read(FollowedFile file) throws IOException;
    }

    private void begin(FollowedFile file, Path path, Afterwards then) {
        states.put(path, new State(path, 0, "not read yet"));
        threads.add(Thread.ofVirtual().name("follows " + path.getFileName()).start(() -> follow(path, file, then)));
    }

    private SourceReading reading(String source) {
        return evidence.begin(source, settings.zone().orElseGet(catalogue::zone), settings.dialects());
    }

    private void follow(Path path, FollowedFile file, Afterwards then) {
        try (file) {
            while (true) {
                Thread.sleep(step(path, file, then));
            }
        } catch (InterruptedException ending) {
            LOG.debugf("%s is not followed any more", path);
        } catch (IOException unclosed) {
            LOG.warnf("%s: %s", path, unclosed.getMessage());
        }
    }

    private Duration step(Path path, FollowedFile file, Afterwards then) {
        try {
            boolean any = file.advance();
            then.read(file);
            var complaint = file.read().isEmpty() ? "is not there, or has no whole line yet" : "";
            tell(new State(path, file.read().orElse(0L), complaint));
            return any ? Duration.ZERO : PAUSE;
        } catch (AlreadyRead elsewhere) {
            LOG.debugf("%s: another node was quicker", path);
            restart(file);
            return PAUSE;
        } catch (IOException | RuntimeException broken) {
            tell(new State(path, file.read().orElse(0L), String.valueOf(broken.getMessage())));
            restart(file);
            return LONG_PAUSE;
        }
    }

    private static void restart(FollowedFile file) {
        try {
            file.restart();
        } catch (IOException unclosed) {
            LOG.debugf("a file was not closed: %s", unclosed.getMessage());
        }
    }

    private void tell(State state) {
        var before = states.put(state.file(), state);
        if (before == null || before.complaint().equals(state.complaint())) return;
        if (state.complaint().isEmpty()) LOG.infof("%s is followed", state.file());
        else LOG.warnf("%s: %s", state.file(), state.complaint());
    }

    private void tidy() {
        try {
            while (true) {
                try {
                    var tidied = evidence.tidy();
                    LOG.debugf("%d addresses shortened, %d devices forgotten", tidied.shortened(), tidied.expired());
                } catch (RuntimeException broken) {
                    LOG.warnf("old traces could not be tidied up: %s", broken.getMessage());
                }
                Thread.sleep(TIDYING);
            }
        } catch (InterruptedException ending) {
            LOG.debug("tidying ends");
        }
    }
}
