package org.postlotse.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postlotse.catalogue.EmailAddress;

/** Gathers what a stretch of a log shows, device by device, until it is kept. */
final class Collector implements Findings {
    /** So many programs may have said what they are and not have logged in, or have failed to. */
    private static final int REMEMBERED = 8_000;

    /** So many programs and versions are read once. */
    private static final int PROGRAMS = 1_000;

    private static final long QUARTER = 15 * 60 * 1_000_000L;

    /** What our own check calls itself. */
    private static final String OURSELVES = "Postlotse";

    private final Judge judge;
    private final ZoneId zone;
    /** Manners whose log-ins wait to be counted for their devices. */
    private final List<Manner> waiting = new ArrayList<>();

    private final Map<Key, Sighting> sightings = new HashMap<>();
    /** Log-ins whose program has not said what it is. */
    private final Sessions sessions = new Sessions();
    /** Programs that said what they are and have not logged in. */
    private final Map<String, ClientId> introduced = new Latest<>(REMEMBERED);

    private final Map<String, ClientId> clients = new Latest<>(PROGRAMS);

    /** What failed, each kind once for each address: the latest. */
    private final Map<Failure, FailedAttempt> failures = new Latest<>(REMEMBERED);

    private final Map<Port, PortUse> uses = new HashMap<>();
    private Counts counts = new Counts();
    private long countedBefore;
    private Set<Long> waited = Set.of();
    private long skippedFrom;
    private long skippedTo;
    private Hour known = new Hour(0, 0);
    private long knownQuarter = Long.MIN_VALUE;

    private record Key(EmailAddress mailbox, Fingerprint fingerprint) {}

    private record Port(LocalDate day, int port) {}

    private record Failure(String address, LoginProtocol service, Trouble trouble) {}

    Collector(Judge judge, ZoneId zone) {
        this.judge = judge;
        this.zone = zone;
    }

    /** Reading begins again before the place up to which log-ins are counted: only those that waited there are new. */
    void resume(Position position) {
        countedBefore = position.offset();
        waited = Set.copyOf(position.waiting());
    }

    @Override
    public void login(SeenLogin login) {
        if (!isNew(login.position())) return;
        var manner = login.manner();
        if (!manner.isJudged()) manner.judged(judge.judge(manner.facts()));
        var reason = manner.leftOut();
        if (reason == null) count(login, manner);
        else counts.leaveOut(reason);
    }

    /** What stands between these positions was counted elsewhere. */
    void skip(long from, long to) {
        skippedFrom = from;
        skippedTo = to;
    }

    /** Whether the log-in at this position was not counted before reading began again, nor elsewhere. */
    boolean isNew(long position) {
        if (position >= skippedFrom && position < skippedTo) return false;
        return position >= countedBefore || waited.contains(position);
    }

    private void count(SeenLogin login, Manner manner) {
        var session = login.session();
        var client = session.isEmpty() || introduced.isEmpty() ? null : introduced.remove(session);
        if (isOurs(session, client)) {
            counts.leaveOut(Judgement.Reason.OUR_OWN_CHECK);
            return;
        }
        counts.login();
        count(login, client == null ? manner : manner.saying(client), hour(login.micros()));
        if (client == null && !session.isEmpty() && manner.introducesItself()) sessions.put(login);
    }

    private void count(SeenLogin login, Manner manner, Hour hour) {
        if (manner.isOfAnotherDay(hour.day())) count(manner);
        if (manner.add(login, hour)) waiting.add(manner);
    }

    /** Log-ins of one manner and day are counted together. */
    private void countWaiting() {
        waiting.forEach(this::count);
        waiting.clear();
    }

    private void count(Manner logins) {
        if (logins.logins() > 0) {
            var customers = logins.customers();
            sighting(customers).add(logins, customers.network());
            use(logins, customers.fingerprint().encryption() == Encryption.TLS ? logins.logins() : 0);
        }
        logins.clear();
    }

    private Sighting sighting(Judgement.Customers customers) {
        return sightings.computeIfAbsent(
                new Key(customers.mailbox(), customers.fingerprint()),
                unseen -> new Sighting(unseen.mailbox(), unseen.fingerprint()));
    }

    private void use(Manner logins, int encrypted) {
        if (!PortUse.PORTS.contains(logins.facts().server().port())) return;
        var use = new PortUse(logins.day(), logins.facts().server().port(), encrypted, logins.logins() - encrypted);
        uses.merge(new Port(use.day(), use.port()), use, PortUse::and);
    }

    @Override
    public void failed(FailedAttempt attempt, long position, String session) {
        if (!isNew(position) || judge.isOurs(attempt.address()) || isOurs(session, introduced.get(session))) return;
        failures.put(new Failure(attempt.address(), attempt.service(), attempt.trouble()), attempt);
    }

    /** Zones change at quarters of an hour only: the clock is looked at once in each. */
    private Hour hour(long micros) {
        long quarter = Math.floorDiv(micros, QUARTER);
        if (quarter != knownQuarter) {
            known = Hour.of(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), zone);
            knownQuarter = quarter;
        }
        return known;
    }

    /** By IMAP it says its name, by POP3 it names the session. */
    private static boolean isOurs(String session, @Nullable ClientId client) {
        return session.startsWith(OURSELVES + "-")
                || client != null && client.name().equals(OURSELVES);
    }

    /** Mostly the log-in was counted before its program said what it is: it moves. */
    @Override
    public void client(String session, String id) {
        var client = clients.computeIfAbsent(id, ClientId::parse);
        if (client.lasting().isEmpty()) return;
        var login = sessions.take(session);
        if (login == null) introduced.put(session, client);
        else introduce(login, client);
    }

    private void introduce(SeenLogin login, ClientId client) {
        var manner = login.manner();
        var hour = hour(login.micros());
        boolean waited = manner.takeBack(hour.day());
        if (!waited) sighting(manner.customers()).withdraw(LocalDate.ofEpochDay(hour.day()));
        if (client.name().equals(OURSELVES)) counts.noLogin(Judgement.Reason.OUR_OWN_CHECK);
        else if (waited) count(login, manner.saying(client), hour);
        else move(login, manner.customers().saying(client), hour);
    }

    /** The port is counted already. */
    private void move(SeenLogin login, Judgement.Customers named, Hour hour) {
        var one = new Manner(login.manner().facts());
        one.add(login, hour);
        sighting(named).add(one, named.network());
    }

    @Override
    public void puzzling(String dialect, Entry entry) {
        if (entry.position() < countedBefore) return;
        counts.puzzles().add(dialect, entry.bytes, entry.from(), entry.to());
    }

    /** What was gathered since the last time. */
    Collection<Sighting> drain() {
        countWaiting();
        judge.forgetStrangers();
        var drained = sightings.values().stream()
                .filter(sighting -> sighting.days().values().stream().anyMatch(count -> count != 0))
                .toList();
        sightings.clear();
        return drained;
    }

    /** What failed since the last time. */
    Collection<FailedAttempt> drainFailures() {
        var drained = List.copyOf(failures.values());
        failures.clear();
        return drained;
    }

    /** How log-ins looked at the ports of TLS since the last time. */
    Collection<PortUse> drainUses() {
        countWaiting();
        var drained = List.copyOf(uses.values());
        uses.clear();
        return drained;
    }

    /** Of how many devices something has been gathered, at most. */
    int size() {
        return sightings.size() + waiting.size();
    }

    Counts counts() {
        return counts;
    }

    /** What was counted since the last time; counting begins anew. */
    Counts drainCounts() {
        var drained = counts;
        counts = new Counts();
        return drained;
    }
}
