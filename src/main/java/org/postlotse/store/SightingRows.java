package org.postlotse.store;

import static org.postlotse.store.Database.utc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.postlotse.evidence.Network;
import org.postlotse.evidence.Sighting;
import org.postlotse.evidence.Weakness;

/**
 * Sightings as rows, in the order of their devices: nodes that write the same devices at the same time wait for each
 * other instead of standing in each other's way.
 */
record SightingRows(List<Row> rows) {
    /** UUID version 8: digits of our own choice (RFC 9562 §5.8). */
    private static final long VERSION_8 = 0x8000L;

    private static final long VARIANT = 0x8000_0000_0000_0000L;

    record Row(UUID id, Sighting sighting) {}

    static SightingRows of(Collection<Sighting> sightings) {
        return new SightingRows(sightings.stream()
                .map(sighting -> new Row(id(sighting), sighting))
                .sorted(Comparator.comparing(Row::id))
                .toList());
    }

    void write(Connection connection) throws SQLException {
        Database.changeEach(
                connection,
                "insert into device (id, mailbox, protocol, encryption, obsolete_tls, mechanism, old_name, client,"
                        + " weakness, weak, first_seen, last_seen, logins, last_day, at_night, address, network)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?) on conflict do nothing",
                seen().map(SightingRows::device).toList());
        Database.changeEach(
                connection,
                "update device set first_seen = least(first_seen, ?),"
                        + " address = case when last_seen <= ? then ? else address end,"
                        + " network = case when last_seen <= ? then ? else network end,"
                        + " at_night = at_night or ?, last_seen = greatest(last_seen, ?) where id = ?",
                seen().map(SightingRows::moments).toList());
        Database.changeEach(
                connection,
                "insert into device_day (device, on_day, logins) select ?, ?, 0"
                        + " where exists (select 1 from device where id = ?) on conflict do nothing",
                days().map(day -> new Object[] {day.id(), day.day(), day.id()}).toList());
        Database.changeEach(
                connection,
                "update device_day set logins = logins + ? where device = ? and on_day = ?",
                days().map(day -> new Object[] {day.logins(), day.id(), day.day()})
                        .toList());
        Database.changeEach(
                connection,
                "update device set logins = logins + ?, day_before = case"
                        + " when ? > last_day then last_day"
                        + " when ? < last_day and (day_before is null or ? > day_before) then ?"
                        + " else day_before end, last_day = greatest(last_day, ?) where id = ?",
                days().map(SightingRows::counted).toList());
        clear(connection);
    }

    /** What was taken back to nothing is gone. */
    private void clear(Connection connection) throws SQLException {
        var withdrawn = days().filter(day -> day.logins() <= 0).toList();
        Database.changeEach(
                connection,
                "delete from device_day where device = ? and on_day = ? and logins <= 0",
                withdrawn.stream()
                        .map(day -> new Object[] {day.id(), day.day()})
                        .toList());
        Database.changeEach(
                connection,
                "delete from device where id = ? and logins <= 0",
                withdrawn.stream().map(day -> new Object[] {day.id()}).toList());
    }

    private record Day(UUID id, LocalDate day, int logins) {}

    private java.util.stream.Stream<Row> seen() {
        return rows.stream().filter(row -> row.sighting().seen());
    }

    private java.util.stream.Stream<Day> days() {
        return rows.stream()
                .flatMap(row -> row.sighting().days().entrySet().stream()
                        .filter(day -> day.getValue() != 0)
                        .map(day -> new Day(row.id(), day.getKey(), day.getValue())));
    }

    private static Object[] device(Row row) {
        var sighting = row.sighting();
        var how = sighting.fingerprint();
        var values = new ArrayList<Object>(List.of(
                row.id(),
                sighting.mailbox().normalised(),
                how.protocol().name(),
                how.encryption().name(),
                how.obsoleteTls(),
                cut(how.mechanism(), 24),
                cut(how.oldName(), 255),
                cut(how.client(), 160)));
        values.add(how.weakness().map(Weakness::key).orElse(""));
        values.add(how.weakness().isPresent());
        values.add(utc(sighting.first()));
        values.add(utc(sighting.last()));
        values.add(sighting.days().keySet().iterator().next()); // in their order: the first day
        values.add(sighting.atNight());
        values.add(sighting.address());
        values.add(Network.shortened(sighting.address()));
        return values.toArray();
    }

    private static Object[] moments(Row row) {
        var sighting = row.sighting();
        var last = utc(sighting.last());
        var network = Network.shortened(sighting.address());
        return new Object[] {
            utc(sighting.first()), last, sighting.address(), last, network, sighting.atNight(), last, row.id()
        };
    }

    private static Object[] counted(Day day) {
        return new Object[] {day.logins(), day.day(), day.day(), day.day(), day.day(), day.day(), day.id()};
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    /** The same for the same program of the same mailbox, on every node and for ever. */
    private static UUID id(Sighting sighting) {
        var how = sighting.fingerprint();
        var digest = sha256();
        for (var part : List.of(
                sighting.mailbox().normalised(),
                how.protocol().name(),
                how.encryption().name(),
                how.obsoleteTls(),
                how.mechanism(),
                how.oldName(),
                how.client())) {
            digest.update(part.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        var bytes = java.nio.ByteBuffer.wrap(digest.digest());
        return new UUID(bytes.getLong() & ~0xF000L | VERSION_8, bytes.getLong() >>> 2 | VARIANT);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException(broken); // every Java has it
        }
    }
}
