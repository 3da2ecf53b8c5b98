package org.postlotse.probe;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.postlotse.probe.ThrottleSettings.Allowance;
import org.postlotse.probe.Verdict.AccountDisabled;

/**
 * Keeps the check from being a machine for guessing passwords: so many attempts within a sliding window per mailbox, per
 * network, per domain and in total. It locks the form, never the mailbox, and says the same of mailboxes that do not
 * exist.
 */
@Singleton
public final class Throttle {
    private static final int KEY_BYTES = 32;

    private final ThrottleSettings settings;
    private final Journal journal;
    private final Clock clock;
    private Optional<Subjects> subjects = Optional.empty();

    @Inject
    Throttle(ThrottleSettings settings, Journal journal, Clock clock) {
        this.settings = settings;
        this.journal = journal;
        this.clock = clock;
    }

    /** What became of a request to check. */
    public sealed interface Admission {
        /**
         * Go on; the attempt is counted, as a failed one until it is settled.
         *
         * @param attempt under which it was noted
         * @param mailbox the mailbox's digest
         */
        record Admitted(UUID attempt, String mailbox) implements Admission {}

        /**
         * Too many attempts; this one was not counted.
         *
         * @param scope of the limit that was reached
         * @param pause until the next one may be made, more than zero, at most the window
         */
        record Refused(Scope scope, Duration pause) implements Admission {}
    }

    /** Counts an attempt, or refuses it. */
    public Admission admit(Attempt attempt) {
        var now = clock.instant();
        var windowStart = now.minus(settings.window());
        journal.forget(windowStart);
        var limits = limits(attempt);
        var id = UUID.randomUUID();
        // noted before it is counted: of two at once, on two nodes even, neither can overlook the other
        journal.note(id, limits.stream().map(Limit::subject).toList(), now);
        var reached =
                limits.stream().filter(limit -> reached(limit, windowStart)).toList();
        if (reached.isEmpty())
            return new Admission.Admitted(id, limits.getFirst().subject());
        journal.withdraw(id);
        return reached.stream()
                .map(limit -> new Admission.Refused(limit.scope(), pause(limit, windowStart, now)))
                .max(Comparator.comparing(Admission.Refused::pause))
                .orElseThrow();
    }

    /**
     * Says what became of an attempt. A login that worked shows the mailbox's owner: all failures of the mailbox are
     * forgiven, but not those of the network, which somebody with one mailbox of his own could wash away. Where no
     * server judged the password, nothing was guessed.
     */
    public void settle(Admission.Admitted admitted, Diagnosis diagnosis) {
        var verdicts = diagnosis.findings().stream().map(Finding::verdict).toList();
        boolean in = verdicts.stream().anyMatch(Verdict::works);
        if (in) journal.forgive(admitted.mailbox());
        if (in || verdicts.stream().noneMatch(Throttle::judged)) journal.clear(admitted.attempt());
    }

    private static boolean judged(Verdict verdict) {
        return verdict instanceof AccountDisabled
                || verdict.blame() == Blame.CUSTOMER
                || verdict.blame() == Blame.NOBODY && !(verdict instanceof Verdict.Busy);
    }

    private record Limit(Scope scope, String subject, Allowance allowance) {}

    private List<Limit> limits(Attempt attempt) {
        var known = subjects();
        var scopes = switch (attempt.standing()) {
            case STRANGER -> Arrays.stream(Scope.values());
            case INVITED -> Stream.of(Scope.MAILBOX, Scope.NETWORK);
        };
        return scopes.map(scope ->
                        new Limit(scope, known.of(scope, attempt), settings.allowance(scope, attempt.standing())))
                .toList();
    }

    private boolean reached(Limit limit, Instant windowStart) {
        var tally = journal.count(limit.subject(), windowStart);
        return tally.failures() > limit.allowance().failures()
                || tally.attempts() > limit.allowance().attempts();
    }

    /** Until so many have left the window that there is room for one. */
    private Duration pause(Limit limit, Instant windowStart, Instant now) {
        var failed = free(limit, true, limit.allowance().failures(), windowStart);
        var any = free(limit, false, limit.allowance().attempts(), windowStart);
        var free = failed.isAfter(any) ? failed : any;
        return free.isAfter(now) ? Duration.between(now, free) : Duration.ofSeconds(1);
    }

    private Instant free(Limit limit, boolean failedOnly, long most, Instant windowStart) {
        return journal.noted(limit.subject(), failedOnly, windowStart, most - 1)
                .map(noted -> noted.plus(settings.window()))
                .orElse(windowStart);
    }

    /** Late: commands without a database need no key. */
    private synchronized Subjects subjects() {
        var made = subjects.orElseGet(() -> new Subjects(settings.key().orElseGet(this::agreedKey)));
        subjects = Optional.of(made);
        return made;
    }

    private byte[] agreedKey() {
        var fresh = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(fresh);
        return journal.key(fresh);
    }
}
