package org.postlotse.probe;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.postlotse.catalogue.Offer;
import org.postlotse.catalogue.Server;
import org.postlotse.probe.Probe.Means;

/** Asks all servers of an offer at once whether a login works. */
@Singleton
public final class Probes {
    /** How long probes whose connections were just closed may take to notice. */
    private static final Duration GRACE = Duration.ofMillis(100);

    private final ProbeSettings settings;
    private final Clock clock;
    private final Resolver resolver;
    private final Restraint restraint;
    private final Restraint.Waiting waiting;

    @Inject
    Probes(ProbeSettings settings, RestraintSettings limits, Clock clock) {
        this(settings, clock, Names.ofThisMachine(), Restraint.of(limits, clock, new SecureRandom()), Thread::sleep);
    }

    Probes(ProbeSettings settings, Clock clock, Names names, Restraint restraint, Restraint.Waiting waiting) {
        this.settings = settings;
        this.clock = clock;
        this.resolver = new Resolver(names);
        this.restraint = restraint;
        this.waiting = waiting;
    }

    /**
     * What the servers said. It takes no longer than the configured deadline, from the look-up of the first name to
     * the last answer; the caller's thread waits, and the caller closes the secret.
     */
    public Diagnosis ask(Offer offer, Credentials credentials) {
        return ask(offer, credentials, finding -> {});
    }

    /**
     * The same, and each finding is told as soon as it is there, on the caller's thread. Only the diagnosis has heard
     * them together.
     */
    public Diagnosis ask(Offer offer, Credentials credentials, Consumer<Finding> heard) {
        var means = means();
        var login = Login.of(offer, credentials);
        var deadline = Deadline.in(settings.deadline());
        var probes = offer.servers().stream()
                .map(server -> new Probe(server, Optional.of(login), deadline, means))
                .toList();
        probes.forEach(probe -> Thread.ofVirtual().name("probe").start(probe));
        try {
            return new Diagnosis(findings(probes, deadline, heard));
        } catch (InterruptedException stopped) {
            deadline.strike();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while asking", stopped);
        }
    }

    /**
     * What servers show to everybody: their TLS, and whether somebody could log in. No password is sent, no mailbox is
     * named. Takes as long as {@link #ask}.
     */
    public List<Inspection> inspect(List<Server> servers) {
        var means = means();
        var deadline = Deadline.in(settings.deadline());
        var probes = servers.stream()
                .map(server -> new Probe(server, Optional.empty(), deadline, means))
                .toList();
        probes.forEach(probe -> Thread.ofVirtual().name("probe").start(probe));
        try {
            return findings(probes, deadline, finding -> {}).stream()
                    .map(Inspection::of)
                    .toList();
        } catch (InterruptedException stopped) {
            deadline.strike();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while asking", stopped);
        }
    }

    private Means means() {
        return new Means(resolver, new Tls(settings.trust(), clock), restraint, waiting);
    }

    private static List<Finding> findings(List<Probe> probes, Deadline deadline, Consumer<Finding> heard)
            throws InterruptedException {
        var ended = new LinkedBlockingQueue<Optional<Finding>>();
        for (var probe : probes) probe.whenEnded(ended::add);
        for (int i = 0; i < probes.size() && !deadline.passed(); i++)
            Optional.ofNullable(ended.poll(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS))
                    .flatMap(Function.identity())
                    .ifPresent(heard);
        // the watchdog: closing is what ends whatever is still waiting
        if (deadline.passed()) deadline.strike();
        var grace = Deadline.in(GRACE); // one for all: many that are stuck are no later than one
        var findings = new ArrayList<Finding>();
        for (var probe : probes) findings.add(probe.finding(grace.remaining()));
        return findings;
    }
}
