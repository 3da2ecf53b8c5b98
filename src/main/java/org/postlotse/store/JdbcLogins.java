package org.postlotse.store;

import static org.postlotse.store.Database.utc;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.evidence.AlreadyRead;
import org.postlotse.evidence.Census;
import org.postlotse.evidence.Device;
import org.postlotse.evidence.Encryption;
import org.postlotse.evidence.Fingerprint;
import org.postlotse.evidence.Lately;
import org.postlotse.evidence.LoginProtocol;
import org.postlotse.evidence.Logins;
import org.postlotse.evidence.PortUse;
import org.postlotse.evidence.Position;
import org.postlotse.evidence.Sighting;

/** Devices and their days, in the tables {@code device}, {@code device_day} and {@code log_position}. */
@Singleton
class JdbcLogins implements Logins {
    private static final String DEVICE = "mailbox, protocol, encryption, obsolete_tls, mechanism, old_name, client,"
            + " first_seen, last_seen, logins, last_day, day_before, at_night, address, network";

    private final Database database;
    private final JdbcArrivals arrivals;

    @Inject
    JdbcLogins(Database database, JdbcArrivals arrivals) {
        this.database = database;
        this.arrivals = arrivals;
    }

    @Override
    public void keep(Collection<Sighting> sightings, Collection<PortUse> uses, Optional<Position> position) {
        if (sightings.isEmpty() && uses.isEmpty() && position.isEmpty()) return;
        var fresh = arrivals.fresh(sightings);
        database.together(connection -> {
            SightingRows.of(sightings).write(connection);
            if (position.isPresent()) {
                move(connection, position.get());
                ReadBatches.claim(connection, position.get());
            }
            arrivals.announce(connection, fresh);
            PortDays.add(connection, uses); // last: all nodes write the same few rows, and wait for each other
        });
        arrivals.ring(fresh);
    }

    private static void move(Connection connection, Position position) throws SQLException {
        var waiting = position.waiting().stream().map(String::valueOf).collect(Collectors.joining(","));
        long before = position.before().orElse(-1);
        int moved = Database.change(
                connection,
                "update log_position set read_to = ?, since = ?, waiting = ? where mark = ?"
                        + " and (? < 0 or read_to = ?)",
                position.offset(),
                position.since(),
                waiting,
                position.mark(),
                before,
                before);
        if (moved > 0) return;
        if (before > 0) throw new AlreadyRead(position.mark());
        int begun = Database.change(
                connection,
                "insert into log_position (mark, read_to, since, waiting) values (?, ?, ?, ?) on conflict do nothing",
                position.mark(),
                position.offset(),
                position.since(),
                waiting);
        if (begun == 0) throw new AlreadyRead(position.mark());
    }

    @Override
    public Optional<String> readFrom(String batch) {
        return new ReadBatches(database).readFrom(batch);
    }

    @Override
    public void forgetBatches(Instant before) {
        new ReadBatches(database).forget(utc(before));
    }

    @Override
    public List<PortUse> portUses(LocalDate since) {
        return new PortDays(database).since(since);
    }

    @Override
    public Optional<Position> position(String mark) {
        return database.first(
                row -> new Position(mark, row.getLong(1), row.getLong(2), positions(row.getString(3))),
                "select read_to, since, waiting from log_position where mark = ?",
                mark);
    }

    private static List<Long> positions(String written) {
        return written.isEmpty()
                ? List.of()
                : Arrays.stream(written.split(",")).map(Long::valueOf).toList();
    }

    @Override
    public List<Device> devices(EmailAddress mailbox) {
        return database.all(
                JdbcLogins::device,
                "select " + DEVICE + " from device where mailbox = ? order by last_seen desc, id",
                mailbox.normalised());
    }

    @Override
    public List<Day> days(EmailAddress mailbox) {
        return database.all(
                row -> new Day(row.getObject(1, LocalDate.class), fingerprint(row), row.getInt(2)),
                "select on_day, device_day.logins, mailbox, protocol, encryption, obsolete_tls, mechanism, old_name, client"
                        + " from device join device_day on device = id where mailbox = ? order by on_day desc, id",
                mailbox.normalised());
    }

    @Override
    public List<Device> insecure(Lately lately, String after, int most) {
        var insecure = insecure(lately);
        var parameters = new ArrayList<>(parameters(lately));
        parameters.addAll(parameters(lately));
        parameters.add(after);
        parameters.add(most);
        return database.allPlannedAnew(
                JdbcLogins::device,
                "select " + DEVICE + " from device where" + insecure + " and mailbox in (select distinct mailbox"
                        + " from device where" + insecure
                        + " and mailbox > ? order by mailbox limit ?) order by mailbox, id",
                parameters.toArray());
    }

    @Override
    public Map<String, Long> insecureMailboxes(Lately lately) {
        var counts = new TreeMap<String, Long>();
        database.all(
                row -> counts.put(row.getString(1), row.getLong(2)),
                "select weakness, count(distinct mailbox) from device where" + insecure(lately) + " group by weakness",
                parameters(lately).toArray());
        return counts;
    }

    private static String insecure(Lately lately) {
        return " weak = true and last_seen > ?" + (lately.alsoAfter().isPresent() ? " and day_before > ?" : "");
    }

    private static List<Object> parameters(Lately lately) {
        return lately.alsoAfter()
                .map(day -> List.<Object>of(utc(lately.seenAfter()), day))
                .orElseGet(() -> List.of(utc(lately.seenAfter())));
    }

    @Override
    public Census census(Instant since) {
        var dark = portUses(LocalDate.ofInstant(since, ZoneOffset.UTC)).stream()
                .filter(PortUse::isDoubtful)
                .map(PortUse::port)
                .toList();
        return new CensusOfDevices(database).since(utc(since), dark);
    }

    @Override
    public Optional<Instant> latest() {
        return database.one(
                row -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                "select max(last_seen) from device");
    }

    @Override
    public int forget(EmailAddress mailbox) {
        database.change(
                "delete from device_day where device in (select id from device where mailbox = ?)",
                mailbox.normalised());
        return database.change("delete from device where mailbox = ?", mailbox.normalised());
    }

    @Override
    public int shorten(Instant before) {
        return database.change("update device set address = '' where address > '' and last_seen < ?", utc(before));
    }

    @Override
    public int expire(LocalDate before) {
        new PortDays(database).expire(before);
        database.change("delete from device_day where on_day < ?", before);
        return database.change("delete from device where last_day < ?", before);
    }

    @Override
    public byte[] digestKey() {
        return new AddressKey(database).bytes();
    }

    private static Device device(ResultSet row) throws SQLException {
        return new Device(
                EmailAddress.parse(row.getString("mailbox")).orElseThrow(),
                fingerprint(row),
                row.getObject("first_seen", OffsetDateTime.class).toInstant(),
                row.getObject("last_seen", OffsetDateTime.class).toInstant(),
                row.getLong("logins"),
                row.getObject("last_day", LocalDate.class),
                Optional.ofNullable(row.getObject("day_before", LocalDate.class)),
                row.getBoolean("at_night"),
                Optional.of(row.getString("address"))
                        .filter(address -> !address.isEmpty())
                        .orElse(row.getString("network")));
    }

    private static Fingerprint fingerprint(ResultSet row) throws SQLException {
        return new Fingerprint(
                LoginProtocol.valueOf(row.getString("protocol")),
                Encryption.valueOf(row.getString("encryption")),
                row.getString("obsolete_tls"),
                row.getString("mechanism"),
                row.getString("old_name"),
                row.getString("client"));
    }
}
