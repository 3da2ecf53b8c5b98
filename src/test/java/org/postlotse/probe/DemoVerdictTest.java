package org.postlotse.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postlotse.demo.DemoMailbox.OK;
import static org.postlotse.demo.DemoMailbox.PASSWORD;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postlotse.catalogue.Server;
import org.postlotse.demo.DemoMail;
import org.postlotse.demo.DemoMailbox;
import org.postlotse.demo.TestDemo;
import org.postlotse.probe.Verdict.Working;

/** The demo shows every verdict there is, and the probe gives it. */
class DemoVerdictTest {
    /** What this wizard says of itself, whatever the server is like. */
    private static final Set<Class<?>> NO_SERVERS = Set.of(Verdict.Busy.class, Verdict.Unwelcome.class);

    private static DemoMail demo = TestDemo.in(Path.of("target"));

    @BeforeAll
    static void start(@TempDir Path directory) {
        demo = TestDemo.in(directory);
        demo.start();
    }

    @AfterAll
    static void stop() {
        demo.stop();
    }

    @Test
    void has_a_mailbox() {
        var kinds = Arrays.stream(Verdict.class.getPermittedSubclasses())
                .filter(type -> !NO_SERVERS.contains(type))
                .map(type ->
                        type.getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT))
                .toList();

        assertThat(DemoMailbox.values()).extracting(DemoMailbox::kind).containsExactlyInAnyOrderElementsOf(kinds);
    }

    @ParameterizedTest
    @EnumSource(DemoMailbox.class)
    void is_given(DemoMailbox mailbox) throws Exception {
        var diagnosis = ask(mailbox, mailbox.typedLoginName(), PASSWORD, demo.servers(mailbox));

        assertThat(diagnosis.headline().kind()).isEqualTo(mailbox.kind());
        assertThat(diagnosis.findings()).hasSize(3);
    }

    @Test
    void is_right_on_every_sound_server() throws Exception {
        var diagnosis = ask(OK, Optional.empty(), PASSWORD, demo.soundServers());

        assertThat(diagnosis.findings()).hasSize(6).extracting(Finding::verdict).containsOnly(new Working());
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", "Postlotse", "pöstlotse", "\"", "postlotse "})
    void is_wrong_password_for_any_other(String password) throws Exception {
        assertThat(ask(OK, Optional.empty(), password, demo.soundServers())
                        .headline()
                        .kind())
                .isEqualTo("wrong-password");
    }

    @Test
    void is_working_for_the_wrong_login_name_once_it_is_right() throws Exception {
        var mailbox = DemoMailbox.WRONG_LOGIN_NAME;

        assertThat(ask(mailbox, Optional.empty(), PASSWORD, demo.servers(mailbox))
                        .allWorking())
                .isTrue();
    }

    private static Diagnosis ask(DemoMailbox mailbox, Optional<String> typed, String password, List<Server> servers)
            throws Exception {
        var deadline = mailbox == DemoMailbox.SILENT ? Duration.ofMillis(400) : Bench.LONG;
        try (var secret = Secret.of(password.toCharArray())) {
            var trust = Trust.inJdkAnd(AuthorityFile.read(demo.authorityFile(), Optional.empty()));
            return new Probes(
                            new ProbeSettings(deadline, trust),
                            Clock.systemUTC(),
                            Names.ofThisMachine(),
                            TestRestraint.none(),
                            time -> {})
                    .ask(Bench.offer(servers), new Credentials(mailbox.address(), typed, secret));
        }
    }
}
