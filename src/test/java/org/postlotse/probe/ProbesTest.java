package org.postlotse.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.postlotse.support.Step.hear;
import static org.postlotse.support.Step.say;
import static org.postlotse.support.Step.silent;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.postlotse.catalogue.Protocol;
import org.postlotse.catalogue.Server;
import org.postlotse.probe.Play.Moment;
import org.postlotse.probe.Verdict.NameUnknown;
import org.postlotse.probe.Verdict.Silent;
import org.postlotse.probe.Verdict.Unreachable;
import org.postlotse.probe.Verdict.Working;
import org.postlotse.support.ScriptedServer;

/** From the look-up of a name to the end of the time. */
class ProbesTest {
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final Play PLAY = Play.of(Protocol.IMAP);

    private static final Bench BENCH = new Bench();

    @Test
    void tell_an_unknown_name() {
        Names none = host -> {
            throw new UnknownHostException(host.name());
        };

        assertThat(ask(none, 993)).isEqualTo(new NameUnknown());
        assertThat(ask(host -> List.of(), 993)).isEqualTo(new NameUnknown());
    }

    @Test
    void do_not_wait_for_a_resolver_beyond_their_time() {
        var never = new CountDownLatch(1);
        Names silent = host -> {
            try {
                never.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        };
        long begun = System.nanoTime();

        assertThat(ask(silent, 993)).isEqualTo(new Silent(Stage.RESOLVE));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(SHORT, SHORT.plusSeconds(1));
        never.countDown();
    }

    @Test
    void tell_a_closed_port() throws IOException {
        int free;
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = taken.getLocalPort();
        }

        assertThat(ask(loopback(), free)).isEqualTo(new Unreachable());
    }

    @Test
    void go_on_to_the_next_address_when_one_refuses() {
        try (var server = ScriptedServer.playing(BENCH.goodTls, PLAY.good())) {
            Names several = host -> List.of(
                    InetAddress.getByName("127.0.0.2"), InetAddress.getByName("::1"), InetAddress.getLoopbackAddress());

            assertThat(ask(several, server.port(), Bench.LONG)).isEqualTo(new Working());
        }
    }

    @Test
    void go_on_to_the_next_address_when_one_is_silent() throws IOException {
        var full = InetAddress.getByName("127.0.0.3");
        try (var server = ScriptedServer.playing(BENCH.goodTls, PLAY.good());
                var deaf = new ServerSocket(server.port(), 1, full);
                var first = new Socket(full, server.port());
                var second = new Socket(full, server.port())) {
            assertThat(first.isConnected() && second.isConnected()).isTrue(); // the queue of two is full
            Names several = host -> List.of(deaf.getInetAddress(), InetAddress.getLoopbackAddress());

            assertThat(ask(several, server.port(), Bench.LONG)).isEqualTo(new Working());
            assertThat(ask(host -> List.of(full), server.port())).isEqualTo(new Silent(Stage.CONNECT));
        }
    }

    @Test
    void ask_all_servers_at_once_and_keep_the_offers_order() {
        var plays = Play.all().toList();
        var playing = plays.stream()
                .map(play -> ScriptedServer.playing(BENCH.goodTls, play.spoilt(Moment.LOGIN, silent())))
                .toList();
        var servers = new ArrayList<Server>();
        for (int i = 0; i < plays.size(); i++)
            servers.add(Bench.server(plays.get(i), playing.get(i).port()));
        long begun = System.nanoTime();

        var diagnosis = BENCH.ask(Duration.ofMillis(1200), servers);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(2 * 1200));
        assertThat(diagnosis.findings()).extracting(Finding::server).containsExactlyElementsOf(servers);
        assertThat(diagnosis.findings()).extracting(Finding::verdict).containsOnly(new Silent(Stage.LOGIN));
        playing.forEach(ScriptedServer::close);
    }

    /** Forty that do not notice that their time is over, one after the other, would take four seconds more. */
    @Test
    void are_not_later_the_more_of_them_are_stuck() {
        var never = new CountDownLatch(1);
        var refusing = PLAY.answering("{tag} NO [AUTHENTICATIONFAILED] no");
        try (var server = ScriptedServer.playing(BENCH.goodTls, refusing);
                var secret = Secret.of("sesame".toCharArray())) {
            var offer = Bench.offer(Collections.nCopies(40, Bench.server(PLAY, server.port())));
            var settings = new ProbeSettings(Duration.ofSeconds(3), BENCH.trust);
            var probes =
                    new Probes(settings, Clock.systemUTC(), loopback(), TestRestraint.none(), time -> never.await());
            long begun = System.nanoTime();

            var diagnosis = probes.ask(offer, new Credentials(Bench.erika(), Optional.empty(), secret));

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
            assertThat(diagnosis.findings()).extracting(Finding::verdict).containsOnly(new Silent(Stage.LOGIN));
        } finally {
            never.countDown();
        }
    }

    @Test
    void answer_before_the_goodbye() {
        var script = PLAY.spoilt(Moment.LOGIN, say("{tag} OK"), hear(), silent());
        try (var server = ScriptedServer.playing(BENCH.goodTls, script)) {
            var took = BENCH.ask(Bench.LONG, List.of(Bench.server(PLAY, server.port())))
                    .findings()
                    .getFirst()
                    .took();

            assertThat(took).isLessThan(Duration.ofSeconds(5));
            server.awaitEnd(); // the connection is closed all the same
        }
    }

    @Test
    void leave_the_secret_open_and_fail_without_it() {
        try (var secret = Secret.of("sesame".toCharArray());
                var server = ScriptedServer.playing(BENCH.goodTls, PLAY.good())) {
            var credentials = new Credentials(Bench.erika(), Optional.empty(), secret);
            var offer = Bench.offer(List.of(Bench.server(PLAY, server.port())));
            var probes = BENCH.probes(Bench.LONG, loopback());
            probes.ask(offer, credentials);

            assertThat(secret.utf8()).hasSize(6);
            secret.close();
            assertThatIllegalStateException().isThrownBy(() -> probes.ask(offer, credentials));
        }
    }

    private static Names loopback() {
        return host -> List.of(InetAddress.getLoopbackAddress());
    }

    private Verdict ask(Names names, int port) {
        return ask(names, port, SHORT);
    }

    private Verdict ask(Names names, int port, Duration deadline) {
        try (var secret = Secret.of("sesame".toCharArray())) {
            return BENCH.probes(deadline, names)
                    .ask(
                            Bench.offer(List.of(Bench.server(PLAY, port))),
                            new Credentials(Bench.erika(), Optional.empty(), secret))
                    .headline();
        }
    }
}
