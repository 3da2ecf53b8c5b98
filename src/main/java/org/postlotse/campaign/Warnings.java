package org.postlotse.campaign;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.catalogue.EmailAddress;

/**
 * The run over all mailboxes with open cases: what each would get, and, where the switch says so, sending it. Every letter is
 * claimed in the database first, and what was claimed is never claimed again: whoever is killed may lose the letter in
 * flight, nobody gets one twice.
 */
@Singleton
public class Warnings {
    private static final Logger LOG = Logger.getLogger(Warnings.class);
    private static final int PAGE = 500;
    /** Whoever was fixed longer ago than this, while no letters went out, is not told any more. */
    private static final Duration TOLD_WITHIN = Duration.ofDays(30);

    private static final Set<CaseState> WARNED_ON = EnumSet.of(
            CaseState.OPEN,
            CaseState.WARNED,
            CaseState.OPENED,
            CaseState.IN_PROGRESS,
            CaseState.RELAPSED,
            CaseState.REFUSED,
            CaseState.MUTED,
            CaseState.PROVEN);
    private static final Set<CaseState> BECOME_WARNED =
            EnumSet.of(CaseState.OPEN, CaseState.RELAPSED, CaseState.MUTED, CaseState.REFUSED);

    private final Cases cases;
    private final Recipients recipients;
    private final Controls controls;
    private final Letters letters;
    private final Post post;
    private final CampaignSettings settings;
    private final Catalogue catalogue;
    private final Clock clock;
    private final Counters counters;

    @Inject
    Warnings(
            Cases cases,
            Recipients recipients,
            Controls controls,
            Letters letters,
            Post post,
            CampaignSettings settings,
            Catalogue catalogue,
            Clock clock,
            Counters counters) {
        this.cases = cases;
        this.recipients = recipients;
        this.controls = controls;
        this.letters = letters;
        this.post = post;
        this.settings = settings;
        this.catalogue = catalogue;
        this.clock = clock;
        this.counters = counters;
    }

    /** How a run went. */
    public record Run(int sent, int refused, int failed, Optional<String> stopped) {}

    /** What every mailbox with open cases, or with one that is over, would get now. Changes nothing. */
    public void preview(Consumer<Decision> each) {
        pages(controls.read(), decisions -> {
            decisions.forEach(each);
            return Optional.empty();
        });
        closings(decisions -> {
            decisions.forEach(each);
            return Optional.empty();
        });
    }

    /** Sends what is due, until there is no more of it or something stops it. */
    public Run run() {
        var tally = new Tally();
        var stopped = obstacle();
        if (stopped.isEmpty()) stopped = pages(controls.read(), decisions -> send(decisions, tally));
        if (stopped.isEmpty()) stopped = closings(decisions -> send(decisions, tally));
        var run = new Run(tally.sent.get(), tally.refused.get(), tally.failed.get(), stopped);
        if (run.sent() + run.refused() + run.failed() > 0)
            LOG.infof("letters: %d sent, %d refused, %d failed", run.sent(), run.refused(), run.failed());
        return run;
    }

    private static final class Tally {
        private final AtomicInteger sent = new AtomicInteger();
        private final AtomicInteger refused = new AtomicInteger();
        private final AtomicInteger failed = new AtomicInteger();
    }

    /** Why nothing may be sent now; empty where it may. */
    public Optional<String> obstacle() {
        var now = clock.instant();
        if (controls.read().mode() == Control.Mode.STOPPED) return Optional.of("stopped");
        if (!settings.hours().contain(LocalTime.ofInstant(now, catalogue.zone()))) return Optional.of("quiet-hours");
        if (recipients.claimedSince(now.minus(Duration.ofHours(1))) >= settings.perHour())
            return Optional.of("per-hour");
        return Optional.empty();
    }

    private interface Page {
        /** Why to go on no further; empty to go on. */
        Optional<String> of(List<Decision> decisions);
    }

    private Optional<String> pages(Control control, Page each) {
        var planner = new Planner(settings, catalogue.zone());
        var after = "";
        while (true) {
            var page = cases.page(WARNED_ON, after, PAGE);
            if (page.isEmpty()) return Optional.empty();
            var last = page.getLast().mailbox().normalised();
            var stopped = each.of(decide(planner, page, after, last, control));
            if (stopped.isPresent()) return stopped;
            after = last;
        }
    }

    /** Those who are through hear so once, unless another case of theirs goes on. */
    private Optional<String> closings(Page each) {
        var now = clock.instant();
        var after = "";
        while (true) {
            var page = cases.fixedUntold(now.minus(TOLD_WITHIN), after, PAGE);
            if (page.isEmpty()) return Optional.empty();
            var decisions = new ArrayList<Decision>();
            for (var one : page)
                if (decisions.isEmpty()
                        || !decisions
                                .getLast()
                                .mailbox()
                                .normalised()
                                .equals(one.mailbox().normalised()))
                    if (!concerns(one.mailbox())) decisions.add(closing(one, now));
            var stopped = each.of(decisions);
            if (stopped.isPresent()) return stopped;
            after = page.getLast().mailbox().normalised();
        }
    }

    private Decision closing(Case one, Instant now) {
        boolean soon = recipients
                .find(one.mailbox())
                .flatMap(Recipient::lastLetter)
                .filter(last -> last.plus(settings.pause()).isAfter(now))
                .isPresent();
        return soon
                ? new Decision.Leave(one.mailbox(), List.of(one), Decision.Why.TOO_SOON)
                : new Decision.Send(one.mailbox(), List.of(one), LetterKind.CLOSING, one.relapses());
    }

    private List<Decision> decide(Planner planner, List<Case> page, String after, String last, Control control) {
        var now = clock.instant();
        var known = recipients.between(after, last).stream()
                .collect(Collectors.toMap(one -> one.mailbox().normalised(), one -> one));
        var sent = recipients.lettersBetween(after, last).stream()
                .collect(Collectors.groupingBy(one -> one.claim().mailbox().normalised()));
        var decisions = new ArrayList<Decision>();
        page.stream()
                .collect(Collectors.groupingBy(
                        one -> one.mailbox().normalised(), java.util.TreeMap::new, Collectors.toList()))
                .forEach((mailbox, mine) -> catalogue
                        .brandOf(mine.getFirst().mailbox().domain())
                        .map(brand -> planner.decide(
                                new Planner.Dossier(
                                        mine,
                                        Optional.ofNullable(known.get(mailbox)),
                                        sent.getOrDefault(mailbox, List.of())),
                                brand.timeline(),
                                control,
                                now))
                        .ifPresent(decisions::add));
        return decisions;
    }

    /** Sends a page's letters at the rate that was asked for, some at the same time; why it had to stop, if it had to. */
    private Optional<String> send(List<Decision> decisions, Tally tally) {
        var pace = new LetterPace(settings.perSecond());
        var places = new Semaphore(post.connections());
        try (var carriers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : decisions)
                if (one instanceof Decision.Send due) {
                    var obstacle = obstacle();
                    if (obstacle.isPresent()) return obstacle;
                    if (!pace.await()) return Optional.of("ending");
                    places.acquireUninterruptibly();
                    carriers.execute(() -> {
                        try {
                            send(due, tally);
                        } catch (RuntimeException broken) {
                            LOG.errorf(broken, "a letter to %s", due.mailbox());
                            tally.failed.incrementAndGet();
                        } finally {
                            places.release();
                        }
                    });
                }
        }
        return Optional.empty();
    }

    private void send(Decision.Send due, Tally tally) {
        var claim = new Recipients.Claim(due.mailbox(), due.kind(), due.round(), clock.instant());
        var letter = letters.compose(due.mailbox(), due.cases(), due.kind());
        if (letter.isEmpty() || !recipients.claim(claim)) return;
        var reply = post.send(letter.get(), letters.write(letter.get()));
        var now = clock.instant();
        counters.letter(due.kind(), reply);
        switch (reply) {
            case TAKEN -> {
                recipients.settle(claim, Recipients.Outcome.SENT, now);
                moveAll(due.cases(), BECOME_WARNED, CaseState.WARNED, now);
                tally.sent.incrementAndGet();
            }
            case REFUSED -> {
                recipients.settle(claim, Recipients.Outcome.REFUSED, now);
                moveAll(due.cases(), EnumSet.complementOf(EnumSet.of(CaseState.REFUSED)), CaseState.REFUSED, now);
                tally.refused.incrementAndGet();
            }
            case FAILED -> {
                recipients.settle(claim, Recipients.Outcome.FAILED, now);
                tally.failed.incrementAndGet();
            }
        }
    }

    /** A letter came back: its mailbox takes none. */
    public boolean bounced(CheckCode code) {
        var recipient = recipients.find(code);
        recipient.ifPresent(known -> {
            var now = clock.instant();
            recipients.letters(known.mailbox()).reversed().stream()
                    .findFirst()
                    .ifPresent(last -> recipients.settle(last.claim(), Recipients.Outcome.BOUNCED, now));
            moveAll(cases.of(known.mailbox()), CaseState.ACTIVE, CaseState.REFUSED, now);
        });
        return recipient.isPresent();
    }

    private void moveAll(List<Case> all, Set<CaseState> from, CaseState to, Instant now) {
        for (var one : all) if (from.contains(one.state()) && one.state().mayBecome(to)) cases.move(one, to, now);
    }

    /** Whether a mailbox has open cases. */
    public boolean concerns(EmailAddress mailbox) {
        return cases.of(mailbox).stream().anyMatch(one -> CaseState.ACTIVE.contains(one.state()));
    }
}
