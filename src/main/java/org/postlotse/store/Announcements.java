package org.postlotse.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * PostgreSQL's NOTIFY and LISTEN between nodes. What is sent are digests of mailboxes, no addresses. A node listens, with a
 * connection of its own, from the first time that somebody there wants to know.
 */
final class Announcements implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Announcements.class);
    private static final String CHANNEL = "postlotse_arrivals";
    /** A payload is shorter than 8,000 bytes (PostgreSQL's NOTIFY); a digest has at most 13 digits and a blank. */
    private static final int MOST = 500;

    private static final int DIGITS = 36;
    private static final Duration ASLEEP = Duration.ofSeconds(20);
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(1);
    private static final int ALIVE_SECONDS = 5;

    private final Database database;
    private final Bells bells;
    private final AtomicReference<@Nullable Thread> ear = new AtomicReference<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    Announcements(Database database, Bells bells) {
        this.database = database;
        this.bells = bells;
    }

    /** Announces within a transaction: others hear of it when it is done, and only then. */
    static void write(Connection connection, Collection<Long> mailboxes) throws SQLException {
        if (mailboxes.isEmpty() || !connection.isWrapperFor(PGConnection.class)) return;
        var all = new ArrayList<>(mailboxes);
        for (int from = 0; from < all.size(); from += MOST)
            try (var notify = connection.prepareStatement("select pg_notify(?, ?)")) {
                notify.setString(1, CHANNEL);
                notify.setString(2, written(all.subList(from, Math.min(all.size(), from + MOST))));
                notify.execute();
            }
    }

    private static String written(List<Long> mailboxes) {
        var text = new StringBuilder();
        for (long mailbox : mailboxes)
            text.append(text.isEmpty() ? "" : " ").append(Long.toUnsignedString(mailbox, DIGITS));
        return text.toString();
    }

    /** Begins to listen, unless it does already. */
    void hear() {
        if (ear.get() != null || closed.get()) return;
        var thread = Thread.ofVirtual().name("hears other nodes").unstarted(this::listen);
        if (ear.compareAndSet(null, thread)) thread.start();
    }

    private void listen() {
        boolean elsewhere = true;
        while (elsewhere && !closed.get()) {
            try {
                elsewhere = database.inside(this::listen);
            } catch (DatabaseBroken broken) {
                if (closed.get()) return;
                LOG.warnf("other nodes can not be heard: %s", broken.getMessage());
                elsewhere = slept();
            }
        }
    }

    private static boolean slept() {
        try {
            Thread.sleep(AFTER_A_FAULT);
            return true;
        } catch (InterruptedException ending) {
            return false;
        }
    }

    /** False for a database that has one node only. */
    private boolean listen(Connection connection) throws SQLException {
        if (!connection.isWrapperFor(PGConnection.class)) return false;
        var notified = connection.unwrap(PGConnection.class);
        Database.change(connection, "listen " + CHANNEL);
        bells.ringAll(); // something may have been missed
        while (!closed.get()) {
            var heard = notified.getNotifications((int) ASLEEP.toMillis());
            for (var one : heard) bells.ring(read(one.getParameter()));
            if (heard.length == 0 && !connection.isValid(ALIVE_SECONDS)) {
                connection.abort(Runnable::run); // nobody else shall get it from the pool
                throw new SQLException("the connection is gone");
            }
        }
        return false;
    }

    private static List<Long> read(String payload) {
        return Arrays.stream(payload.split(" "))
                .map(digits -> Long.parseUnsignedLong(digits, DIGITS))
                .toList();
    }

    @Override
    public void close() {
        closed.set(true);
        var thread = ear.get();
        if (thread != null) thread.interrupt();
    }
}
