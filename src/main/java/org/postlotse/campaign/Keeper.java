package org.postlotse.campaign;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.postlotse.evidence.Device;
import org.postlotse.evidence.Evidence;
import org.postlotse.evidence.Lately;
import org.postlotse.evidence.Logins;
import org.postlotse.evidence.Weakness;

/** Opens, moves and closes cases as the logs show it. Any number of nodes may do so at once: each change happens once. */
@Singleton
public class Keeper {
    private static final Logger LOG = Logger.getLogger(Keeper.class);
    private static final int PAGE = 1_000;
    /** A case notes its latest log-in so coarsely that it is not written with every one of them. */
    private static final Duration COARSE = Duration.ofHours(1);
    /** Where no log-in at all was seen for so long, the logs are silent, and nothing is concluded from it. */
    private static final Duration LIVELY = Duration.ofDays(1);

    private static final Set<CaseState> LED = EnumSet.of(CaseState.OPENED, CaseState.IN_PROGRESS);

    private final Cases cases;
    private final Logins logins;
    private final Evidence evidence;
    private final CampaignSettings settings;
    private final ExcuseBook excuses;
    private final Clock clock;

    @Inject
    Keeper(Cases cases, Logins logins, Evidence evidence, CampaignSettings settings, ExcuseBook excuses, Clock clock) {
        this.cases = cases;
        this.logins = logins;
        this.evidence = evidence;
        this.settings = settings;
        this.excuses = excuses;
        this.clock = clock;
    }

    /** What a look at everything changed. */
    public record Review(int opened, int relapsed, int moved, int fixed) {
        boolean any() {
            return opened + relapsed + moved + fixed > 0;
        }
    }

    /** Looks at everything. */
    public Review review() {
        var now = clock.instant();
        var found = openAll(now);
        int moved = lead(now);
        int fixed =
                logins.latest().filter(last -> last.plus(LIVELY).isAfter(now)).isPresent() ? close(now) : 0;
        var review = new Review(found.opened(), found.relapsed(), moved, fixed);
        if (review.any())
            LOG.infof(
                    "cases: %d opened, %d relapsed, %d further, %d fixed",
                    found.opened(), found.relapsed(), moved, fixed);
        return review;
    }

    private record Found(int opened, int relapsed) {
        Found plus(Found other) {
            return new Found(opened + other.opened, relapsed + other.relapsed);
        }
    }

    private Found openAll(Instant now) {
        var lately = evidence.lately(settings.openAfterDays());
        var found = new Found(0, 0);
        var after = "";
        while (true) {
            var devices = logins.insecure(lately, after, PAGE);
            if (devices.isEmpty()) return found;
            var last = devices.getLast().mailbox().normalised();
            found = found.plus(open(devices, cases.between(after, last), lately, now));
            after = last;
        }
    }

    private record Subject(String mailbox, String weakness) {}

    private Found open(List<Device> devices, List<Case> known, Lately lately, Instant now) {
        var latest = new HashMap<Subject, Device>();
        for (var device : devices)
            if (device.insecure(lately) && device.logins() >= settings.openAfterLogins())
                latest.merge(
                        new Subject(device.mailbox().normalised(), weakness(device)),
                        device,
                        (one, other) -> one.last().isAfter(other.last()) ? one : other);
        var cased = known.stream()
                .collect(Collectors.toMap(one -> new Subject(one.mailbox().normalised(), one.weakness()), one -> one));
        var found = new Found(0, 0);
        for (var seen : latest.entrySet())
            found = found.plus(Optional.ofNullable(cased.get(seen.getKey()))
                    .map(one -> again(one, seen.getValue(), now))
                    .orElseGet(() -> first(seen, now)));
        return found;
    }

    private static String weakness(Device device) {
        return device.fingerprint().weakness().map(Weakness::key).orElseThrow();
    }

    private Found first(Map.Entry<Subject, Device> seen, Instant now) {
        var fresh = Case.fresh(
                seen.getValue().mailbox(),
                seen.getKey().weakness(),
                now,
                seen.getValue().last());
        if (!cases.open(fresh)) return new Found(0, 0);
        excuses.apply(fresh.mailbox());
        return new Found(1, 0);
    }

    private Found again(Case known, Device device, Instant now) {
        if (known.lastInsecure().plus(COARSE).isBefore(device.last())) cases.sighted(known, device.last());
        boolean over = known.state() == CaseState.FIXED || known.state() == CaseState.PROVEN;
        boolean relapsed = over && device.last().isAfter(known.since()) && cases.move(known, CaseState.RELAPSED, now);
        if (relapsed) excuses.apply(known.mailbox());
        return new Found(0, relapsed ? 1 : 0);
    }

    /** Those whom we lead right now: what was seen since they came. */
    private int lead(Instant now) {
        int moved = 0;
        var after = "";
        while (true) {
            var page = cases.page(LED, after, PAGE);
            if (page.isEmpty()) return moved;
            for (var one : page) if (moves(one, now)) moved++;
            after = page.getLast().mailbox().normalised();
        }
    }

    private boolean moves(Case one, Instant now) {
        var devices = logins.devices(one.mailbox());
        var insecure = devices.stream()
                .filter(device -> device.fingerprint()
                        .weakness()
                        .filter(weakness -> weakness.key().equals(one.weakness()))
                        .isPresent())
                .toList();
        var came = cameAt(one);
        var proof = Proof.since(came, devices);
        if (proof.mends(insecure)) return cases.move(one, CaseState.PROVEN, now);
        return one.state() == CaseState.OPENED && proof.begins(insecure) && cases.move(one, CaseState.IN_PROGRESS, now);
    }

    /** One half may have been done before the other: what counts is when they came. */
    private Instant cameAt(Case one) {
        return one.state() == CaseState.OPENED
                ? one.since()
                : cases.changesOf(one.mailbox()).stream()
                        .filter(change -> change.weakness().equals(one.weakness()) && change.to() == CaseState.OPENED)
                        .map(Cases.Change::at)
                        .max(Instant::compareTo)
                        .orElse(one.since());
    }

    private int close(Instant now) {
        var before = now.minus(Duration.ofDays(settings.cleanDays()));
        int fixed = 0;
        var active = EnumSet.copyOf(CaseState.ACTIVE);
        active.add(CaseState.EXCUSED);
        for (var one : cases.silentSince(active, before, PAGE)) {
            var devices = logins.devices(one.mailbox());
            if (isClean(one, devices, before) && cases.move(one, CaseState.FIXED, now)) fixed++;
        }
        return fixed;
    }

    /** Nothing insecure of this kind, and something secure: a device that is switched off proves nothing. */
    private static boolean isClean(Case one, List<Device> devices, Instant before) {
        boolean insecure = devices.stream()
                .anyMatch(device -> device.last().isAfter(before)
                        && device.fingerprint()
                                .weakness()
                                .filter(weakness -> weakness.key().equals(one.weakness()))
                                .isPresent());
        boolean secure = devices.stream()
                .anyMatch(device -> device.last().isAfter(one.lastInsecure())
                        && device.fingerprint().weakness().isEmpty());
        return !insecure && secure;
    }
}
