package org.postlotse.store;

import static org.postlotse.store.Database.utc;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import org.postlotse.campaign.LinkKeys;

/** What links are sealed with, in the table {@code link_key}. */
@Singleton
class JdbcLinkKeys implements LinkKeys {
    private final Database database;

    @Inject
    JdbcLinkKeys(Database database) {
        this.database = database;
    }

    @Override
    public List<LinkKey> all() {
        return database.all(
                row -> new LinkKey(
                        row.getInt(1),
                        HexFormat.of().parseHex(row.getString(2)),
                        row.getObject(3, OffsetDateTime.class).toInstant()),
                "select version, digits, made from link_key order by made desc, version desc");
    }

    @Override
    public void add(LinkKey key) {
        database.change(
                "insert into link_key (version, digits, made) values (?, ?, ?) on conflict do nothing",
                key.version(),
                HexFormat.of().formatHex(key.bytes()),
                utc(key.made()));
    }

    @Override
    public void drop(Instant before) {
        database.change("delete from link_key where made < ?", utc(before));
    }
}
