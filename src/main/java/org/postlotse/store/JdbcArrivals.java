package org.postlotse.store;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.evidence.Arrivals;
import org.postlotse.evidence.Sighting;

/**
 * News of log-ins: rung on this node as soon as they are kept and, where the database is PostgreSQL, announced to all
 * others in the very transaction that keeps them.
 */
@Singleton
class JdbcArrivals implements Arrivals, AutoCloseable {
    /** Nobody waits for what a log of long ago tells. */
    private static final Duration FRESH = Duration.ofHours(1);

    private static final int BEFORE_THE_POOL = 100;

    private final AddressKey keys;
    private final Clock clock;
    private final Bells bells = new Bells();
    private final Announcements announcements;
    private final AtomicReference<Optional<byte[]>> known = new AtomicReference<>(Optional.empty());

    @Inject
    JdbcArrivals(Database database, Clock clock) {
        this.keys = new AddressKey(database);
        this.clock = clock;
        this.announcements = new Announcements(database, bells);
    }

    @Override
    public Listening listen(EmailAddress mailbox, String address) {
        var listening = bells.hang(Set.of(AddressKey.digest(key(), mailbox), origin(address)));
        announcements.hear();
        return listening;
    }

    /** What an address is called where others may listen. */
    long origin(String address) {
        return AddressKey.origin(key(), address);
    }

    /** Whose mailboxes these are, as far as anybody may be waiting for it; called before the transaction begins. */
    Set<Long> fresh(Collection<Sighting> sightings) {
        var since = clock.instant().minus(FRESH);
        var mailboxes = sightings.stream()
                .filter(Sighting::seen)
                .filter(sighting -> sighting.last().isAfter(since))
                .map(Sighting::mailbox)
                .distinct()
                .toList();
        if (mailboxes.isEmpty()) return Set.of();
        var key = key();
        return mailboxes.stream()
                .map(mailbox -> AddressKey.digest(key, mailbox))
                .collect(Collectors.toSet());
    }

    /** Tells other nodes, once this transaction is done. */
    void announce(Connection connection, Set<Long> mailboxes) throws SQLException {
        Announcements.write(connection, mailboxes);
    }

    /** Tells this node. */
    void ring(Set<Long> mailboxes) {
        bells.ring(mailboxes);
    }

    private byte[] key() {
        var before = known.get();
        if (before.isPresent()) return before.get();
        var read = keys.bytes();
        known.set(Optional.of(read));
        return read;
    }

    void atEnd(@Observes @Priority(BEFORE_THE_POOL) ShutdownEvent event) {
        close();
    }

    @Override
    public void close() {
        announcements.close();
    }
}
