package org.postlotse.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.postlotse.campaign.CheckCode;
import org.postlotse.campaign.LetterKind;
import org.postlotse.campaign.Recipient;
import org.postlotse.campaign.Recipients;
import org.postlotse.catalogue.EmailAddress;

/** Recipients and their letters, in the tables {@code recipient} and {@code letter}. */
@Singleton
class JdbcRecipients implements Recipients {
    private static final String RECIPIENT = "select mailbox, code, language, last_letter from recipient";
    private static final String LETTER = "select mailbox, round, kind, outcome, claimed from letter";
    private static final String BETWEEN = " where mailbox > ? and mailbox <= ?";

    private final Database database;

    @Inject
    JdbcRecipients(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Recipient> meet(EmailAddress mailbox, CheckCode code) {
        var known = find(mailbox);
        if (known.isPresent()) return known;
        database.change(
                "insert into recipient (mailbox, code, language) values (?, ?, '') on conflict do nothing",
                mailbox.normalised(),
                code.letters());
        return find(mailbox);
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
    public boolean claim(Claim claim, Duration pause) {
        var done = new AtomicBoolean();
        database.together(connection -> {
            done.set(isFirst(connection, claim, pause) && isNew(connection, claim));
            if (!done.get()) connection.rollback();
        });
        return done.get();
    }

    /** The row is held until the end of the transaction: of several letters to a mailbox one is the first. */
    private static boolean isFirst(Connection connection, Claim claim, Duration pause) throws SQLException {
        return Database.change(
                        connection,
                        "update recipient set last_claim = ?"
                                + " where mailbox = ? and (last_claim is null or last_claim <= ?)",
                        utc(claim.at()),
                        claim.mailbox().normalised(),
                        utc(claim.at().minus(pause)))
                == 1;
    }

    private static boolean isNew(Connection connection, Claim claim) throws SQLException {
        return Database.change(
                        connection,
                        "insert into letter (mailbox, round, kind, outcome, claimed) values (?, ?, ?, ?, ?)"
                                + " on conflict do nothing",
                        claim.mailbox().normalised(),
                        claim.round(),
                        claim.kind().key(),
                        Outcome.CLAIMED.name(),
                        utc(claim.at()))
                == 1;
    }

    @Override
    public void release(Claim claim) {
        var mailbox = claim.mailbox().normalised();
        database.together(connection -> {
            Database.change(
                    connection,
                    "delete from letter where mailbox = ? and round = ? and kind = ? and outcome = ?",
                    mailbox,
                    claim.round(),
                    claim.kind().key(),
                    Outcome.CLAIMED.name());
            Database.change(
                    connection,
                    "update recipient set last_claim = (select max(claimed) from letter where mailbox = ?)"
                            + " where mailbox = ?",
                    mailbox,
                    mailbox);
        });
    }

    @Override
    public boolean claimAgain(Claim before, Instant now) {
        return database.change(
                        "update letter set claimed = ?, outcome = ?, settled = null"
                                + " where mailbox = ? and round = ? and kind = ? and claimed = ?",
                        utc(now),
                        Outcome.CLAIMED.name(),
                        before.mailbox().normalised(),
                        before.round(),
                        before.kind().key(),
                        utc(before.at()))
                == 1;
    }

    @Override
    public void settle(Claim claim, Outcome outcome, Instant at) {
        database.together(connection -> {
            Database.change(
                    connection,
                    "update letter set outcome = ?, settled = ? where mailbox = ? and round = ? and kind = ?",
                    outcome.name(),
                    utc(at),
                    claim.mailbox().normalised(),
                    claim.round(),
                    claim.kind().key());
            if (outcome == Outcome.SENT)
                Database.change(
                        connection,
                        "update recipient set last_letter = ? where mailbox = ?",
                        utc(at),
                        claim.mailbox().normalised());
        });
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

    private static Sent letter(ResultSet row) throws SQLException {
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

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
