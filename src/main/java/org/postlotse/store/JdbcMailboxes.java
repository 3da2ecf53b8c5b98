package org.postlotse.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.catalogue.MailboxReply;
import org.postlotse.catalogue.MailboxReply.Booking;
import org.postlotse.catalogue.MailboxSource;

/** Mailboxes in the hoster's own database: columns named {@code login}, {@code imap} and {@code pop3}. */
@Singleton
class JdbcMailboxes implements MailboxSource {
    private final HostersDatabase database;
    private final HostersSettings settings;

    @Inject
    JdbcMailboxes(HostersDatabase database, HostersSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    @Override
    public String id() {
        return "sql";
    }

    @Override
    public boolean configured() {
        return settings.mailboxQuery().isPresent();
    }

    @Override
    public MailboxReply ask(EmailAddress address) {
        try {
            var spellings = address.spellings();
            Optional<Booking> booking = Optional.empty();
            for (int i = 0; i < spellings.size() && booking.isEmpty(); i++) booking = booking(spellings.get(i));
            return booking.<MailboxReply>map(known -> new MailboxReply.Known(known, settings.rememberNo()))
                    .orElseGet(() -> new MailboxReply.Unknown(settings.rememberNo()));
        } catch (SQLException broken) {
            return new MailboxReply.Silent(HostersDatabase.why(broken));
        }
    }

    private Optional<Booking> booking(String address) throws SQLException {
        return database.first(settings.mailboxQuery().orElseThrow(), address, JdbcMailboxes::booking);
    }

    private static Booking booking(ResultSet row) throws SQLException {
        int login = Truth.column(row, "login");
        var name = login == 0 ? Optional.<String>empty() : Optional.ofNullable(row.getString(login));
        return new Booking(name.filter(text -> !text.isBlank()), booked(row, "imap"), booked(row, "pop3"));
    }

    /** A query that does not ask for a protocol says nothing against it. */
    private static boolean booked(ResultSet row, String protocol) throws SQLException {
        int column = Truth.column(row, protocol);
        return column == 0 || Truth.of(row, column);
    }
}
