package org.postlotse.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postlotse.catalogue.Brand;
import org.postlotse.catalogue.Domain;
import org.postlotse.catalogue.DomainReply;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.catalogue.MailboxReply;
import org.postlotse.catalogue.MailboxReply.Booking;
import org.postlotse.demo.ServerTls;
import org.postlotse.demo.ThrowAwayAuthority;
import org.postlotse.demo.ThrowAwayAuthority.Wanted;

/** What is read from a hoster's directory, over real TLS. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LdapTest {
    private final ThrowAwayAuthority authority = ThrowAwayAuthority.root("Tests");
    private TestDirectory directory;
    private Path trusted = Path.of("");

    @BeforeAll
    void start(@TempDir Path place) throws IOException {
        var issued = authority.issue(Wanted.server("localhost"));
        trusted = Files.writeString(place.resolve("ca.pem"), org.postlotse.demo.Issued.pem(authority.certificate()));
        directory = TestDirectory.with(
                ServerTls.with(issued),
                "dn: ou=a,dc=example,dc=test\nobjectClass: domain\nassociatedDomain: a.test",
                "dn: ou=n,dc=example,dc=test\nobjectClass: domain\nassociatedDomain: nord.test\nbrand: nord",
                "dn: ou=m,dc=example,dc=test\nobjectClass: domain\nassociatedDomain: müller.example",
                "dn: cn=e,dc=example,dc=test\nobjectClass: person\nmail: erika@a.test\nuid: p1234\nservice: imap",
                "dn: cn=x,dc=example,dc=test\nobjectClass: person\nmail: max@müller.example\nservice: IMAP\nservice: pop3",
                "dn: cn=1,dc=example,dc=test\nobjectClass: person\nmail: twice@a.test\nuid: p1",
                "dn: cn=2,dc=example,dc=test\nobjectClass: person\nmail: twice@a.test\nuid: p2");
    }

    @AfterAll
    void stop() {
        if (directory != null) directory.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tls", "start"})
    void an_entry_is_a_yes_and_may_name_the_brand(String way) {
        assertThat(domain(way, "a.test")).isEqualTo(ours(Brand.MAIN));
        assertThat(domain(way, "nord.test")).isEqualTo(ours("nord"));
        assertThat(domain(way, "b.test")).isEqualTo(new DomainReply.Unknown(Duration.ofMinutes(1)));
        assertThat(domain(way, "xn--mller-kva.example")).isEqualTo(ours(Brand.MAIN));
    }

    @Test
    void a_mailbox_has_the_login_name_and_the_protocols_of_its_entry() {
        assertThat(mailbox("Erika@a.test")).isEqualTo(known(new Booking(Optional.of("p1234"), true, false)));
        assertThat(mailbox("max@müller.example")).isEqualTo(known(new Booking(Optional.empty(), true, true)));
        assertThat(mailbox("otto@a.test")).isEqualTo(new MailboxReply.Unknown(Duration.ofMinutes(1)));
    }

    @Test
    void an_address_that_two_entries_have_says_nothing() {
        assertThat(mailbox("twice@a.test")).isEqualTo(new MailboxReply.Silent("more than one entry has one address"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "e*", "erika*"})
    void no_address_is_anything_but_a_value(String localPart) {
        assertThat(EmailAddress.parse(localPart + "@a.test"))
                .as("it is an address")
                .isPresent();
        assertThat(mailbox(localPart + "@a.test")).isInstanceOf(MailboxReply.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*)(uid=*", "*", "a.test)(objectClass=*", "*))(|(mail=*", "\\2a", "a.test\u0000", "*)(|(uid=*"})
    void no_text_is_anything_but_a_value(String text) throws Exception {
        var settings = settings("tls", Map.of());
        var filter = settings.domainFilter().orElseThrow().with(text);

        assertThat(new LdapDirectory(settings).search(filter, "uid")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tls", "start"})
    void under_another_name_nothing_is_asked(String way) {
        var issued = ServerTls.with(authority.issue(Wanted.server("ldap.other.test")));
        try (var other = TestDirectory.with(issued, "dn: ou=a,dc=example,dc=test\nassociatedDomain: a.test")) {
            assertThat(domain(settings(way, Map.of("url", other.url(way, "localhost"))), "a.test"))
                    .isInstanceOf(DomainReply.Silent.class);
        }
    }

    @Test
    void without_tls_nothing_is_asked() {
        assertThat(domain("plain", "a.test")).isInstanceOf(DomainReply.Silent.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tls", "start"})
    void an_unknown_authority_is_not_believed(String way, @TempDir Path place) throws IOException {
        var stranger = Files.writeString(
                place.resolve("other.pem"),
                org.postlotse.demo.Issued.pem(
                        ThrowAwayAuthority.root("Somebody").certificate()));

        assertThat(domain(settings(way, Map.of("trust-store", stranger.toString())), "a.test"))
                .isInstanceOf(DomainReply.Silent.class);
    }

    @Test
    void a_wrong_password_and_a_directory_that_is_gone_are_silence() {
        assertThat(domain(settings("tls", Map.of("password", "no")), "a.test")).isInstanceOf(DomainReply.Silent.class);
        assertThat(domain(settings("tls", Map.of("url", "ldaps://localhost:1")), "a.test"))
                .isEqualTo(new DomainReply.Silent("the directory can not be reached (connect error)"));
    }

    private DomainReply domain(String way, String name) {
        return domain(settings(way, Map.of()), name);
    }

    private static DomainReply domain(LdapSettings settings, String name) {
        return new LdapDomains(new LdapDirectory(settings), settings).ask(new Domain(name));
    }

    private MailboxReply mailbox(String address) {
        var settings = settings("tls", Map.of());
        return new LdapMailboxes(new LdapDirectory(settings), settings)
                .ask(EmailAddress.parse(address).orElseThrow());
    }

    private LdapSettings settings(String way, Map<String, String> edits) {
        var written = new HashMap<>(Map.of(
                "url", directory.url(way, "localhost"),
                "bind-dn", TestDirectory.BIND_DN,
                "password", TestDirectory.PASSWORD,
                "base", "dc=example,dc=test",
                "domain-filter", "(&(objectClass=domain)(associatedDomain={domain}))",
                "mailbox-filter", "(&(objectClass=person)(mail={address}))",
                "brand-attribute", "brand",
                "login-attribute", "uid",
                "protocols-attribute", "service",
                "trust-store", trusted.toString()));
        written.putAll(edits);
        var settings = new LdapSettings(new TestDirectory.Written(written));
        assertThat(settings.faults()).isEmpty();
        return settings;
    }

    private static DomainReply ours(String brand) {
        return new DomainReply.Ours(brand, Duration.ofMinutes(10));
    }

    private static MailboxReply known(Booking booking) {
        return new MailboxReply.Known(booking, Duration.ofMinutes(1));
    }
}
