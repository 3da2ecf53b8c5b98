package org.postlotse.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postlotse.catalogue.Brand;
import org.postlotse.catalogue.Domain;
import org.postlotse.catalogue.DomainReply;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.catalogue.MailboxReply;
import org.postlotse.catalogue.MailboxReply.Booking;

/** What is read from a hoster's database, whichever it is. */
abstract class HostersContract {
    private static final String DOMAINS = "select 1, brand from domains where name = ?";
    private static final String MAILBOXES = "select login, imap, pop3 from mailboxes where address = ?";

    private final List<HostersDatabase> opened = new ArrayList<>();

    /** A database that is there. */
    abstract String url();

    @BeforeEach
    void fill() throws SQLException {
        try (var connection = DriverManager.getConnection(url());
                var statement = connection.createStatement()) {
            statement.execute("drop table if exists domains");
            statement.execute("drop table if exists mailboxes");
            statement.execute("create table domains (name varchar(255), brand varchar(40))");
            statement.execute(
                    "create table mailboxes (address varchar(320), login varchar(64), imap boolean, pop3 char(1))");
            statement.execute(
                    "insert into domains values ('a.test', null), ('nord.test', 'nord'), ('müller.example', '')");
            statement.execute("insert into mailboxes values ('erika@a.test', 'p1234', true, 'N'),"
                    + " ('max@müller.example', null, false, 'Y'), ('*@a.test', 'star', true, 'Y')");
        }
    }

    @AfterEach
    void close() {
        opened.forEach(HostersDatabase::close);
    }

    @Test
    void a_row_is_a_yes_and_may_name_the_brand() {
        assertThat(domain(DOMAINS, "a.test")).isEqualTo(ours(Brand.MAIN));
        assertThat(domain(DOMAINS, "nord.test")).isEqualTo(ours("nord"));
        assertThat(domain(DOMAINS, "b.test")).isEqualTo(new DomainReply.Unknown(Duration.ofMinutes(1)));
    }

    @Test
    void an_international_domain_may_stand_there_in_its_own_letters() {
        assertThat(domain(DOMAINS, "xn--mller-kva.example")).isEqualTo(ours(Brand.MAIN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select count(*) from domains where name = ?",
                "select exists (select 1 from domains where name = ?)",
                "select max(name) from domains where name = ?"
            })
    void a_row_that_says_no_is_no_yes(String query) {
        assertThat(domain(query, "a.test")).isEqualTo(ours(Brand.MAIN));
        assertThat(domain(query, "b.test")).isInstanceOf(DomainReply.Unknown.class);
    }

    @Test
    void a_mailbox_has_the_login_name_and_the_protocols_of_its_row() {
        assertThat(mailbox("Erika@a.test")).isEqualTo(known(new Booking(Optional.of("p1234"), true, false)));
        assertThat(mailbox("max@müller.example")).isEqualTo(known(new Booking(Optional.empty(), false, true)));
        assertThat(mailbox("otto@a.test")).isEqualTo(new MailboxReply.Unknown(Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'or'1'='1", "%", "_____", "erika'--", "'||'erika"})
    void no_address_is_anything_but_a_value(String localPart) {
        assertThat(EmailAddress.parse(localPart + "@a.test"))
                .as("it is an address")
                .isPresent();
        assertThat(mailbox(localPart + "@a.test")).isInstanceOf(MailboxReply.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "' or 1=1 --",
                "'; drop table domains; --",
                "x' union select name, brand from domains --",
                "\\' or 1=1 #"
            })
    void no_text_is_anything_but_a_value(String text) throws SQLException {
        assertThat(database(settings(DOMAINS)).first(DOMAINS, text, row -> row.getString(1)))
                .isEmpty();
        assertThat(domain(DOMAINS, "a.test")).isEqualTo(ours(Brand.MAIN));
    }

    @Test
    void a_query_can_not_change_anything() throws SQLException {
        var sly = "with gone as (delete from domains where name = ? returning name) select name from gone";

        assertThat(domain(sly, "a.test")).isInstanceOf(DomainReply.Silent.class);
        assertThat(domain(DOMAINS, "a.test")).isEqualTo(ours(Brand.MAIN));
    }

    @Test
    void a_query_that_the_database_refuses_is_silence_with_its_code() {
        assertThat(domain("select 1 from nowhere where name = ?", "a.test"))
                .isInstanceOfSatisfying(
                        DomainReply.Silent.class,
                        silent -> assertThat(silent.why()).startsWith("the database refuses the query (SQLSTATE 42"));
    }

    private DomainReply domain(String query, String name) {
        var settings = settings(query);
        return new JdbcDomains(database(settings), settings).ask(new Domain(name));
    }

    private MailboxReply mailbox(String address) {
        var settings = settings(DOMAINS);
        return new JdbcMailboxes(database(settings), settings)
                .ask(EmailAddress.parse(address).orElseThrow());
    }

    private HostersDatabase database(HostersSettings settings) {
        var database = new HostersDatabase(settings);
        opened.add(database);
        return database;
    }

    private HostersSettings settings(String query) {
        return new HostersSettings(
                new WrittenHosters(Map.of("url", url(), "domain-query", query, "mailbox-query", MAILBOXES)));
    }

    private static DomainReply ours(String brand) {
        return new DomainReply.Ours(brand, Duration.ofMinutes(10));
    }

    private static MailboxReply known(Booking booking) {
        return new MailboxReply.Known(booking, Duration.ofMinutes(1));
    }
}
