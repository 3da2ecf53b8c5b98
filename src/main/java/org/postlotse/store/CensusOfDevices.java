package org.postlotse.store;

import java.time.OffsetDateTime;
import java.util.List;
import org.postlotse.evidence.Census;

/** Counts in the table {@code device} what a census tells. */
record CensusOfDevices(Database database) {
    Census since(OffsetDateTime since, List<Integer> darkPorts) {
        long crowds = database.one(
                row -> row.getLong(1),
                "select count(*) from (select address from device where encryption = 'NONE' and last_seen > ?"
                        + " and address > '' group by address having count(distinct mailbox) > ?) crowded",
                since,
                Census.CROWD);
        return database.one(
                row -> new Census(row.getLong(1), row.getLong(2), crowds, darkPorts),
                "select count(distinct mailbox), count(distinct case when encryption = 'NONE' then mailbox end)"
                        + " from device where last_seen > ?",
                since);
    }
}
