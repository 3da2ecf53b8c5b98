package org.postlotse.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postlotse.catalogue.ConnectionSecurity;
import org.postlotse.catalogue.Protocol;
import org.postlotse.catalogue.Server;
import org.postlotse.demo.ThrowAwayAuthority.Wanted;
import org.postlotse.support.Dovecot;
import org.postlotse.support.Needs;
import org.postlotse.support.RealPart;

/** The verdicts on what a real server says, in every state that can be brought about in it. */
@Needs(RealPart.DOVECOT)
class RealDovecotTest {
    private static final Bench BENCH = new Bench();
    private static final String PASSWD = """
            erika@example.org:{PLAIN}sesame::::::
            umlaut@example.org:{PLAIN}käse "€\\::::::
            locked@example.org:{PLAIN}sesame::::::nologin=y reason=Mailbox_suspended
            elsewhere@example.org:{PLAIN}sesame::::::allow_nets=192.0.2.0/24
            """;

    private static Optional<Dovecot> dovecot = Optional.empty();

    @BeforeAll
    static void start(@TempDir Path directory) {
        var certificate = BENCH.intermediate.issue(Wanted.server(Bench.HOST));
        dovecot = Optional.of(Dovecot.in(directory, certificate, PASSWD, ""));
    }

    @AfterAll
    static void stop() {
        dovecot.ifPresent(Dovecot::close);
    }

    @ParameterizedTest
    @CsvSource({
        "erika@example.org, sesame, working",
        "erika@example.org, sesam, wrong-password",
        "nobody@example.org, sesame, wrong-login-name",
        "erika, sesame, wrong-login-name",
        "umlaut@example.org, käse \"€\\, working",
        "locked@example.org, sesame, account-disabled",
        "elsewhere@example.org, sesame, wrong-login-name",
    })
    void is_told(String loginName, String password, String kind) {
        assertThat(BENCH.ask(Bench.LONG, servers(), Optional.of(loginName), password)
                        .findings())
                .hasSize(4)
                .allSatisfy(finding -> assertThat(finding.verdict().kind()).isEqualTo(kind));
    }

    private static List<Server> servers() {
        var running = dovecot.orElseThrow();
        return List.of(
                server(Protocol.IMAP, ConnectionSecurity.TLS, running.port("imaps")),
                server(Protocol.IMAP, ConnectionSecurity.STARTTLS, running.port("imap")),
                server(Protocol.POP3, ConnectionSecurity.TLS, running.port("pop3s")),
                server(Protocol.POP3, ConnectionSecurity.STARTTLS, running.port("pop3")));
    }

    private static Server server(Protocol protocol, ConnectionSecurity security, int port) {
        return Bench.server(new Play(protocol, security), port);
    }
}
