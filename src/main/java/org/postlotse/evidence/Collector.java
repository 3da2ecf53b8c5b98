package org.postlotse.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postlotse.catalogue.EmailAddress;

/** Gathers what a stretch of a log shows, device by device, until it is kept. */
final class Collector implements Findings {
    /** So many sessions may still say which program they are. */
    private static final int REMEMBERED = 20_000;

    private static final int QUARTER = 15 * 60;

    /** What our own check calls itself. */
    private static final String OURSELVES = "Postlotse";
    /** Where our own check lets Postfix say that it went to: no connection ever does (RFC 7600 §5). */
    private static final String NOWHERE = "192.0.0.8";

    private final Judge judge;
    private final ZoneId zone;
    private final Map<Key, Sighting> sightings = new HashMap<>();
    /** Log-ins whose program has not said what it is. */
    private final Map<String, Told> sessions = new Latest<>();
    /** Programs that said what they are and have not logged in. */
    private final Map<String, ClientId> introduced = new Latest<>();

    /** What failed, each kind once for each address: the latest. */
    private final Map<Failure, FailedAttempt> failures = new Latest<>();

    private final Map<Port, PortUse> uses = new HashMap<>();
    private Counts counts = new Counts();
    private long countedBefore;
    private Set<Long> waited = Set.of();
    private long skippedFrom;
    private long skippedTo;
    private Hour known = new Hour(LocalDate.EPOCH, 0);
    private long knownQuarter = Long.MIN_VALUE;

    private static final class Latest<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > REMEMBERED;
        }
    }

    private record Key(EmailAddress mailbox, Fingerprint fingerprint) {}

    private record Port(LocalDate day, int port) {}

    private record Failure(String address, LoginProtocol service, Trouble trouble) {}

    private record Told(Key key, Instant time, Hour hour, String network) {}

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
        switch (judge.judge(login)) {
            case Judgement.LeftOut out -> leaveOut(out.reason());
            case Judgement.Customers customers -> count(customers, login);
        }
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

    private void count(Judgement.Customers customers, SeenLogin login) {
        var client = login.session().isEmpty() ? null : introduced.remove(login.session());
        if (isOurCheck(login, client)) {
            leaveOut(Judgement.Reason.OUR_OWN_CHECK);
            return;
        }
        var fingerprint = client == null
                ? customers.fingerprint()
                : customers.fingerprint().saying(client.lasting());
        var told = new Told(
                new Key(customers.mailbox(), fingerprint), login.time(), hour(login.time()), customers.network());
        counts.logins++;
        use(login.server().port(), fingerprint.encryption(), told.hour().day());
        add(told);
        if (client == null && !login.session().isEmpty()) sessions.put(login.session(), told);
    }

    @Override
    public void failed(FailedAttempt attempt, long position, String session) {
        if (!isNew(position) || judge.isOurs(attempt.address()) || isOurs(session, introduced.get(session))) return;
        failures.put(new Failure(attempt.address(), attempt.service(), attempt.trouble()), attempt);
    }

    /** Zones change at quarters of an hour only: the clock is looked at once in each. */
    private Hour hour(Instant time) {
        long quarter = Math.floorDiv(time.getEpochSecond(), QUARTER);
        if (quarter != knownQuarter) {
            known = Hour.of(time, zone);
            knownQuarter = quarter;
        }
        return known;
    }

    /** By IMAP it says its name, by POP3 it names the session, by SMTP it went nowhere. */
    private static boolean isOurCheck(SeenLogin login, @Nullable ClientId client) {
        return login.server().address().equals(NOWHERE) || isOurs(login.session(), client);
    }

    private static boolean isOurs(String session, @Nullable ClientId client) {
        return session.startsWith(OURSELVES + "-")
                || client != null && client.name().equals(OURSELVES);
    }

    private void use(int port, Encryption encryption, LocalDate day) {
        if (!PortUse.PORTS.contains(port)) return;
        boolean tls = encryption == Encryption.TLS;
        uses.merge(new Port(day, port), new PortUse(day, port, tls ? 1 : 0, tls ? 0 : 1), PortUse::and);
    }

    private void leaveOut(Judgement.Reason reason) {
        counts.leftOut.merge(reason, 1L, Long::sum);
    }

    private void add(Told told) {
        sighting(told.key()).add(told.time(), told.hour(), told.network());
    }

    private Sighting sighting(Key key) {
        return sightings.computeIfAbsent(key, unseen -> new Sighting(unseen.mailbox(), unseen.fingerprint()));
    }

    /** Mostly the log-in was counted before its program said what it is: it moves. */
    @Override
    public void client(String session, String id) {
        var client = ClientId.parse(id);
        if (client.lasting().isEmpty()) return;
        var told = sessions.remove(session);
        if (told == null) {
            introduced.put(session, client);
            return;
        }
        sighting(told.key()).withdraw(told.hour().day());
        if (client.name().equals(OURSELVES)) {
            counts.logins--;
            leaveOut(Judgement.Reason.OUR_OWN_CHECK);
            return;
        }
        var key = new Key(told.key().mailbox(), told.key().fingerprint().saying(client.lasting()));
        add(new Told(key, told.time(), told.hour(), told.network()));
    }

    @Override
    public void puzzling(String dialect, Entry entry) {
        if (entry.position() < countedBefore) return;
        counts.puzzles.add(dialect, entry.bytes, entry.from(), entry.to());
    }

    /** What was gathered since the last time. */
    Collection<Sighting> drain() {
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
        var drained = List.copyOf(uses.values());
        uses.clear();
        return drained;
    }

    /** How many devices have been gathered. */
    int size() {
        return sightings.size();
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

    /** What became of the log-ins. */
    static final class Counts {
        private long logins;
        private final Map<Judgement.Reason, Long> leftOut = new EnumMap<>(Judgement.Reason.class);
        private final Samples puzzles = new Samples();

        /** Log-ins of customers. */
        long logins() {
            return logins;
        }

        /** Log-ins that are no customer's, by the reason. */
        Map<Judgement.Reason, Long> leftOut() {
            return leftOut;
        }

        /** Lines that look like log-ins but can not be read, by dialect. */
        Samples puzzles() {
            return puzzles;
        }
    }
}
