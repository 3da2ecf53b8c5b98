package org.postlotse.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.postlotse.evidence.AlreadyRead;
import org.postlotse.evidence.Position;

/** The table {@code log_batch}. */
record ReadBatches(Database database) {
    /** Whoever is second with a batch waits for the first one's end, and finds it claimed. */
    static void claim(Connection connection, Position position) throws SQLException {
        for (var batch : position.batches()) {
            int claimed = Database.change(
                    connection,
                    "insert into log_batch (digest, mark, read_at) values (?, ?, current_timestamp)"
                            + " on conflict do nothing",
                    batch,
                    position.mark());
            if (claimed == 0 && !isOwn(connection, batch, position.mark())) throw new AlreadyRead(position.mark());
        }
    }

    private static boolean isOwn(Connection connection, String batch, String mark) throws SQLException {
        return Database.change(
                        connection,
                        "update log_batch set read_at = current_timestamp where digest = ? and mark = ?",
                        batch,
                        mark)
                > 0;
    }

    Optional<String> readFrom(String batch) {
        return database.first(row -> row.getString(1), "select mark from log_batch where digest = ?", batch);
    }

    void forget(OffsetDateTime before) {
        database.change("delete from log_batch where read_at < ?", before);
    }
}
