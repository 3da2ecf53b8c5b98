package org.postlotse.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postlotse.catalogue.EmailAddress;

/** Gathers what a stretch of a log shows, device by device, until it is kept. */
final class Collector implements Findings {
    /** So many sessions may still say which program they are. */
    private static final int REMEMBERED = 20_000;
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

    private final Counts counts = new Counts();
    private long countedBefore;
    private Set<Long> waited = Set.of();

    private static final class Latest<V> extends LinkedHashMap<String, V> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > REMEMBERED;
        }
    }

    private record Key(EmailAddress mailbox, Fingerprint fingerprint) {}

    private record Told(Key key, Instant time, LocalDate day, String network) {}

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

    /** Whether the log-in at this position was not counted before reading began again. */
    boolean isNew(long position) {
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
                new Key(customers.mailbox(), fingerprint),
                login.time(),
                LocalDate.ofInstant(login.time(), zone),
                customers.network());
        counts.logins++;
        add(told);
        if (client == null && !login.session().isEmpty()) sessions.put(login.session(), told);
    }

    /** By IMAP it says its name, by POP3 it names the session, by SMTP it went nowhere. */
    private static boolean isOurCheck(SeenLogin login, @Nullable ClientId client) {
        return login.session().startsWith(OURSELVES + "-")
                || login.server().address().equals(NOWHERE)
                || client != null && client.name().equals(OURSELVES);
    }

    private void leaveOut(Judgement.Reason reason) {
        counts.leftOut.merge(reason, 1L, Long::sum);
    }

    private void add(Told told) {
        sighting(told.key()).add(told.time(), told.day(), told.network());
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
        sighting(told.key()).withdraw(told.day());
        if (client.name().equals(OURSELVES)) {
            counts.logins--;
            leaveOut(Judgement.Reason.OUR_OWN_CHECK);
            return;
        }
        var key = new Key(told.key().mailbox(), told.key().fingerprint().saying(client.lasting()));
        add(new Told(key, told.time(), told.day(), told.network()));
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

    /** How many devices have been gathered. */
    int size() {
        return sightings.size();
    }

    Counts counts() {
        return counts;
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
