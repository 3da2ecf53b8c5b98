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
import org.postlotse.catalogue.Repeated;
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

    private static final String PUSHED = "syslog, HTTP";
    private static final Duration TIDYING = Duration.ofHours(6);

    private final IntakeSettings settings;
    private final Evidence evidence;
    private final Logins logins;
    private final Catalogue catalogue;
    private final Pushed pushed;
    private final Clock clock;
    private final List<Repeated> threads = new ArrayList<>();
    private final List<FollowedFile> files = new ArrayList<>();
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
        for (var file : settings.files()) {
            evidence.expect(file.toString());
            begin(new FollowedFile(file, () -> reading(file.toString()), logins, clock), file, read -> {});
        }
        pushed.spool().ifPresent(this::follow);
        if (settings.running()) threads.add(Repeated.start("tidies", this::tidy));
    }

    void atEnd(@Observes ShutdownEvent event) throws InterruptedException, IOException {
        threads.forEach(Repeated::end);
        boolean all = true;
        for (var thread : threads) all &= thread.hasEnded(LONG_PAUSE);
        if (all) for (var file : files) file.close();
    }

    private void follow(Spool spool) {
        evidence.expect(PUSHED);
        var file = new FollowedFile(spool.file(), () -> reading(PUSHED).announcedBy(spool.notes()), logins, clock);
        begin(file.upTo(spool::whole), spool.file(), read -> spool.turn(read.isThroughWithRenamed()));
    }

    /** What is done each time when a file was read to its end. */
    private interface Afterwards {
        void read(FollowedFile file) throws IOException;
    }

    private void begin(FollowedFile file, Path path, Afterwards then) {
        states.put(path, new State(path, 0, "not read yet"));
        files.add(file);
        threads.add(Repeated.start("follows " + path.getFileName(), () -> step(path, file, then)));
    }

    private SourceReading reading(String source) {
        return evidence.begin(source, settings.zone().orElseGet(catalogue::zone), settings.dialects());
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

    private Duration tidy() {
        try {
            var tidied = evidence.tidy();
            LOG.debugf("%d addresses shortened, %d devices forgotten", tidied.shortened(), tidied.expired());
        } catch (RuntimeException broken) {
            LOG.warnf("old traces could not be tidied up: %s", broken.getMessage());
        }
        return TIDYING;
    }
}
