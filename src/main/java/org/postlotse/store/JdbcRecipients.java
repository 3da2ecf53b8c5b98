package org.postlotse.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.postlotse.campaign.CheckCode;
import org.postlotse.campaign.LetterKind;
import org.postlotse.campaign.Recipient;
import org.postlotse.campaign.Recipients;
import org.postlotse.catalogue.EmailAddress;

/** Recipients and their letters, in the tables {@code recipient} and {@code letter}. */
@Singleton
class JdbcRecipients implements Recipients {
    private static final String RECIPIENT = "select mailbox, code, language, last_letter from recipient";
    static final String LETTER = "select mailbox, round, kind, outcome, claimed from letter";
    private static final String BETWEEN = " where mailbox > ? and mailbox <= ?";

    private final Database database;

    @Inject
    JdbcRecipients(Database database) {
        this.database = database;
    }

    @Override
    public List<Recipient> meet(Map<EmailAddress, CheckCode> codes) {
        // in the same order on all nodes: none waits for another that waits for it
        var all = new TreeMap<String, CheckCode>();
        codes.forEach((mailbox, code) -> all.put(mailbox.normalised(), code));
        var known = named(all.keySet());
        if (known.size() == all.size()) return known;
        known.forEach(one -> all.remove(one.mailbox().normalised()));
        var rows = new ArrayList<Object[]>();
        all.forEach((mailbox, code) -> rows.add(new Object[] {mailbox, code.letters()}));
        database.together(connection -> Database.changeEach(
                connection,
                "insert into recipient (mailbox, code, language) values (?, ?, '') on conflict do nothing",
                rows));
        return Stream.concat(known.stream(), named(all.keySet()).stream()).toList();
    }

    private List<Recipient> named(Set<String> mailboxes) {
        return mailboxes.isEmpty()
                ? List.of()
                : database.all(
                        JdbcRecipients::recipient,
                        RECIPIENT + " where mailbox in ("
                                + String.join(", ", Collections.nCopies(mailboxes.size(), "?")) + ")",
                        mailboxes.toArray());
    }

    @Override
    public Optional<Recipient> find(EmailAddress mailbox) {
        return database.first(JdbcRecipients::recipient, RECIPIENT + " where mailbox = ?", mailbox.normalised());
    }

    @Override
    public Optional<Recipient> find(CheckCode code) {
        return database.first(JdbcRecipients::recipient, RECIPIENT + " where code = ?", code.letters());
    }

    @Override
    public List<Recipient> between(String after, String upTo) {
        return database.all(JdbcRecipients::recipient, RECIPIENT + BETWEEN, after, upTo);
    }

    @Override
    public void reads(EmailAddress mailbox, Locale language) {
        database.change(
                "update recipient set language = ? where mailbox = ?", language.toLanguageTag(), mailbox.normalised());
    }

    @Override
    public List<Sent> letters(EmailAddress mailbox) {
        return database.all(
                JdbcRecipients::letter, LETTER + " where mailbox = ? order by claimed", mailbox.normalised());
    }

    @Override
    public List<Sent> lettersBetween(String after, String upTo) {
        return database.all(JdbcRecipients::letter, LETTER + BETWEEN, after, upTo);
    }

    @Override
    public List<Count> counts() {
        return database.all(
                row -> new Count(kind(row), outcome(row), row.getLong(3)),
                "select kind, outcome, count(*) from letter group by kind, outcome order by kind, outcome");
    }

    @Override
    public void forget(EmailAddress mailbox) {
        database.change("delete from letter where mailbox = ?", mailbox.normalised());
        database.change("delete from recipient where mailbox = ?", mailbox.normalised());
    }

    private static Recipient recipient(ResultSet row) throws SQLException {
        return new Recipient(
                mailbox(row),
                new CheckCode(row.getString("code")),
                Optional.of(row.getString("language"))
                        .filter(tag -> !tag.isEmpty())
                        .map(Locale::forLanguageTag),
                Optional.ofNullable(row.getObject("last_letter", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    static Sent letter(ResultSet row) throws SQLException {
        return new Sent(
                new Claim(
                        mailbox(row),
                        kind(row),
                        row.getInt("round"),
                        row.getObject("claimed", OffsetDateTime.class).toInstant()),
                outcome(row));
    }

    private static EmailAddress mailbox(ResultSet row) throws SQLException {
        return EmailAddress.parse(row.getString("mailbox")).orElseThrow();
    }

    private static LetterKind kind(ResultSet row) throws SQLException {
        return LetterKind.of(row.getString("kind")).orElseThrow();
    }

    private static Outcome outcome(ResultSet row) throws SQLException {
        return Outcome.valueOf(row.getString("outcome"));
    }
}
