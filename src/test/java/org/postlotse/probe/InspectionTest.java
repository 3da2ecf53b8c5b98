package org.postlotse.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postlotse.support.Step.awaitOctets;
import static org.postlotse.support.Step.hangUp;
import static org.postlotse.support.Step.raw;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postlotse.demo.ThrowAwayAuthority.KeyKind;
import org.postlotse.demo.ThrowAwayAuthority.Wanted;
import org.postlotse.support.ScriptedServer;

/** What operators are told of their servers, without a password. */
class InspectionTest {
    private static final Bench BENCH = new Bench();
    private static final Wanted GOOD = Wanted.server(Bench.HOST);

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.postlotse.probe.Play#all")
    void tells_version_cipher_and_chain_and_sends_no_login(Play play) {
        try (var server = ScriptedServer.playing(BENCH.tls(GOOD.with(KeyKind.RSA)), play.good())) {
            var inspection = inspect(play, server);

            assertThat(inspection.fault()).isEmpty();
            assertThat(inspection.encryption()).hasValueSatisfying(seen -> {
                assertThat(seen.protocol()).isEqualTo("TLSv1.3");
                assertThat(seen.cipher()).startsWith("TLS_");
                assertThat(seen.nameFits()).isTrue();
                assertThat(seen.chain()).hasSize(2);
                assertThat(seen.chain()).extracting(ChainLink::key).containsExactly("RSA 2048", "EC 256");
                assertThat(seen.chain()).extracting(ChainLink::signature).containsOnly("SHA256withECDSA");
                assertThat(seen.chain().getLast().certificate().issuer()).isEqualTo("CN=Bench Root");
            });
            assertThat(server.heard())
                    .noneMatch(line -> line.contains("AUTH") || line.contains("LOGIN ") || line.contains("USER"));
        }
    }

    @Test
    void tells_of_a_certificate_that_was_refused_too() {
        var play = Play.of(org.postlotse.catalogue.Protocol.IMAP);
        try (var server = ScriptedServer.playing(
                BENCH.tls(Wanted.server("other.example.org").with(KeyKind.RSA_1024)), play.good())) {
            var inspection = inspect(play, server);

            assertThat(inspection.fault()).map(Verdict::kind).contains("certificate-weak-key");
            assertThat(inspection.encryption()).hasValueSatisfying(seen -> {
                assertThat(seen.nameFits()).isFalse();
                assertThat(seen.chain().getFirst().key()).isEqualTo("RSA 1024");
            });
        }
    }

    @Test
    void has_nothing_to_tell_of_TLS_that_was_not_agreed_on() {
        var play = Play.of(org.postlotse.catalogue.Protocol.IMAP);
        var script = play.spoilt(
                Play.Moment.HANDSHAKE, awaitOctets(), raw("\u0015\u0003\u0001\u0000\u0002\u0002\u0046"), hangUp());
        try (var server = ScriptedServer.playing(BENCH.goodTls, script)) {
            var inspection = inspect(play, server);

            assertThat(inspection.fault()).map(Verdict::kind).contains("tls-too-old");
            assertThat(inspection.encryption()).isEmpty();
        }
    }

    private static Inspection inspect(Play play, ScriptedServer server) {
        return BENCH.probes(Bench.LONG, Bench.LOOPBACK)
                .inspect(List.of(Bench.server(play, server.port())))
                .getFirst();
    }
}
