package org.postlotse.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postlotse.catalogue.ConnectionSecurity;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.catalogue.Host;
import org.postlotse.catalogue.Port;
import org.postlotse.catalogue.Protocol;
import org.postlotse.catalogue.Server;
import org.postlotse.support.MailHoster;
import org.postlotse.support.Needs;
import org.postlotse.support.RealPart;

/** What a whole hoster's Dovecot and Postfix say about one login, heard together. */
@Needs({RealPart.DOVECOT, RealPart.POSTFIX})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealHosterTest {
    private final MailHoster hoster = new MailHoster();
    private Map<String, String> settings = Map.of();

    @BeforeAll
    void open() {
        settings = hoster.start();
    }

    @AfterAll
    void close() {
        hoster.stop();
    }

    /**
     * POP3 and IMAP over TLS, submission with STARTTLS and over TLS. A mailbox that is closed by Dovecot's
     * {@code nologin} can still send: that word binds its own log-in processes, not those who ask at its SASL socket
     * (Dovecot 2.3.19 with Postfix 3.7).
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "erika, working, working, working, working",
        "pop3-only, working, service-not-booked, working, working",
        "disabled, account-disabled, account-disabled, working, working",
        "expired, certificate-expired, certificate-expired, working, working",
        "wrong-host, certificate-wrong-host, certificate-wrong-host, working, working",
        "down, unreachable, unreachable, working, working",
        "nobody, wrong-password, wrong-password, wrong-password, wrong-password",
    })
    void tells_by_server(String mailbox, String pop3, String imap, String submission, String submissions)
            throws Exception {
        assertThat(kinds(mailbox, Optional.empty(), MailHoster.PASSWORD))
                .containsExactly(pop3, imap, submission, submissions);
    }

    @Test
    void refuses_a_wrong_password_everywhere() throws Exception {
        assertThat(kinds("erika", Optional.empty(), "falsch")).hasSize(4).containsOnly("wrong-password");
    }

    @Test
    void refuses_a_login_name_without_its_domain_everywhere() throws Exception {
        assertThat(kinds("erika", Optional.of("erika"), MailHoster.PASSWORD))
                .hasSize(4)
                .containsOnly("wrong-login-name");
    }

    private List<String> kinds(String mailbox, Optional<String> typedLoginName, String password) throws Exception {
        var address = EmailAddress.parse(mailbox + "@hoster.test").orElseThrow();
        try (var secret = Secret.of(password.toCharArray())) {
            return new Probes(
                            new ProbeSettings(Bench.LONG, trust()),
                            Clock.systemUTC(),
                            Names.ofThisMachine(),
                            TestRestraint.none(),
                            time -> {})
                            .ask(Bench.offer(servers(address)), new Credentials(address, typedLoginName, secret))
                            .findings()
                            .stream()
                            .map(finding -> finding.verdict().kind())
                            .toList();
        }
    }

    private Trust trust() throws IOException, GeneralSecurityException {
        return Trust.inJdkAnd(AuthorityFile.read(Path.of(setting("postlotse.probe.trust-store")), Optional.empty()));
    }

    private List<Server> servers(EmailAddress address) {
        var key = settings.keySet().stream()
                .filter(each -> each.endsWith(".for") && setting(each).equals(address.normalised()))
                .map(each -> each.replace(".for", ".servers"))
                .findFirst()
                .orElse("postlotse.servers");
        return IntStream.range(0, 4).mapToObj(i -> server(key + "[" + i + "].")).toList();
    }

    private Server server(String key) {
        return new Server(
                Protocol.valueOf(setting(key + "protocol").toUpperCase(Locale.ROOT)),
                new Host(setting(key + "host")),
                new Port(Integer.parseInt(setting(key + "port"))),
                ConnectionSecurity.valueOf(setting(key + "security").toUpperCase(Locale.ROOT)));
    }

    private String setting(String key) {
        return Optional.ofNullable(settings.get(key)).orElseThrow(() -> new AssertionError(key));
    }
}
