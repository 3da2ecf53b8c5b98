package org.postlotse.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postlotse.support.Step.awaitOctets;
import static org.postlotse.support.Step.flood;
import static org.postlotse.support.Step.hangUp;
import static org.postlotse.support.Step.raw;
import static org.postlotse.support.Step.silent;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.postlotse.catalogue.Host;
import org.postlotse.catalogue.Protocol;
import org.postlotse.demo.Issued;
import org.postlotse.demo.ThrowAwayAuthority;
import org.postlotse.demo.ThrowAwayAuthority.KeyKind;
import org.postlotse.demo.ThrowAwayAuthority.Wanted;
import org.postlotse.probe.Play.Moment;
import org.postlotse.probe.Verdict.CertificateExpired;
import org.postlotse.probe.Verdict.CertificateIncomplete;
import org.postlotse.probe.Verdict.CertificateUntrusted;
import org.postlotse.probe.Verdict.CertificateWeakKey;
import org.postlotse.probe.Verdict.CertificateWrongHost;
import org.postlotse.probe.Verdict.Working;
import org.postlotse.support.ScriptedServer;

/** Certificates and handshakes that a program must refuse, and a few that it must not. */
class TlsTest {
    private static final Instant NOW = Instant.now();
    private static final Wanted GOOD = Wanted.server(Bench.HOST);

    private static final Bench BENCH = new Bench();

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.postlotse.probe.Play#all")
    void refuses_bad_certificates_in_every_protocol(Play play) {
        assertThat(ask(play, BENCH.tls(expired())).kind()).isEqualTo("certificate-expired");
        assertThat(ask(play, BENCH.tls(notYet())).kind()).isEqualTo("certificate-not-yet-valid");
        assertThat(ask(play, BENCH.tls(Wanted.server("other.example.org"))).kind())
                .isEqualTo("certificate-wrong-host");
        assertThat(ask(play, BENCH.tls(ThrowAwayAuthority.selfSigned(GOOD))).kind())
                .isEqualTo("certificate-untrusted");
        assertThat(ask(play, BENCH.tls(incomplete())).kind()).isEqualTo("certificate-incomplete");
        assertThat(ask(play, BENCH.tls(GOOD.with(KeyKind.RSA_1024))).kind()).isEqualTo("certificate-weak-key");
        assertThat(ask(play, BENCH.goodTls)).isEqualTo(new Working());
    }

    private static Wanted expired() {
        return GOOD.valid(NOW.minus(Duration.ofDays(20)), NOW.minus(Duration.ofDays(2)));
    }

    private static Wanted notYet() {
        return GOOD.valid(NOW.plus(Duration.ofDays(2)), NOW.plus(Duration.ofDays(20)));
    }

    private Issued incomplete() {
        return BENCH.intermediate
                .issue(GOOD.issuerAt("http://ca.example.org/ca.crt"))
                .withoutIntermediates();
    }

    @Test
    void tells_what_the_certificate_says() {
        var verdict = ask(BENCH.tls(expired().named("a.example.org", "b.example.org")));

        assertThat(verdict).isInstanceOfSatisfying(CertificateExpired.class, expired -> {
            assertThat(expired.seen().subject()).isEqualTo("CN=" + Bench.HOST);
            assertThat(expired.seen().names()).containsExactly("a.example.org", "b.example.org");
            assertThat(expired.seen().issuer()).isEqualTo("CN=Bench Intermediate");
            assertThat(expired.seen().to()).isBetween(NOW.minus(Duration.ofDays(3)), NOW);
        });
    }

    @Test
    void calls_an_old_certificate_of_nobody_untrusted() {
        assertThat(ask(BENCH.tls(ThrowAwayAuthority.selfSigned(expired())))).isInstanceOf(CertificateUntrusted.class);
    }

    @Test
    void calls_a_whole_chain_of_an_unknown_authority_untrusted() {
        var strangers = ThrowAwayAuthority.root("Strangers").intermediate("Strangers' Own");

        assertThat(ask(BENCH.tls(strangers.issue(GOOD.issuerAt("http://ca.example.org/ca.crt")))))
                .isInstanceOf(CertificateUntrusted.class);
        assertThat(ask(BENCH.tls(ThrowAwayAuthority.root("A Lonely One").issue(GOOD))))
                .isInstanceOf(CertificateUntrusted.class);
    }

    @Test
    void calls_the_intermediate_of_another_authority_incomplete() {
        var right = incomplete();
        var wrong = ThrowAwayAuthority.root("Strangers").intermediate("Strangers' Own");
        var chain = List.of(right.leaf(), wrong.certificate());

        assertThat(ask(BENCH.tls(new Issued(right.key(), chain)))).isInstanceOf(CertificateIncomplete.class);
    }

    @Test
    void needs_no_intermediate_below_a_root_that_it_knows() {
        assertThat(ask(BENCH.tls(BENCH.root.issue(GOOD)))).isEqualTo(new Working());
    }

    @ParameterizedTest
    @CsvSource({
        "mail.example.org, true",
        "MAIL.Example.ORG, true",
        "*.example.org, true",
        "example.org, false",
        "*.org, false",
        "*, false",
        "m*.example.org, false",
        "*l.example.org, false",
        "*.*.org, false",
        "mail.*.org, false",
        "*.mail.example.org, false",
        "a.mail.example.org, false",
    })
    void takes_a_name_as_RFC_9525_does(String name, boolean covers) {
        assertThat(new HostNames(List.of(name)).cover(new Host(Bench.HOST))).isEqualTo(covers);
    }

    @Test
    void does_not_take_the_common_name_for_a_name() {
        assertThat(ask(BENCH.tls(GOOD.named()))).isInstanceOf(CertificateWrongHost.class);
    }

    @Test
    void takes_RSA_from_2048_bits_on() {
        assertThat(ask(BENCH.tls(GOOD.with(KeyKind.RSA)))).isEqualTo(new Working());
        assertThat(ask(BENCH.tls(GOOD.with(KeyKind.RSA_1024)))).isInstanceOf(CertificateWeakKey.class);
    }

    /** The first record of servers that do not speak TLS as it should be, in hexadecimal. */
    static Stream<Object[]> openings() {
        return Stream.of(new Object[][] {
            {"tls-too-old", "15 0301 0002 02 46"}, // alert protocol_version
            {"tls-too-old", "15 0303 0002 02 46"},
            {"tls-too-old", "15 0301 0002 02 28"}, // handshake_failure in a record of TLS 1.0
            {"tls-too-old", "16 0301 002a 02 000026 0301" + " 00".repeat(36)}, // ServerHello of TLS 1.0
            {"tls-too-old", "16 0302 002a 02 000026 0302" + " 00".repeat(36)},
            {"tls-broken", "15 0303 0002 02 28"}, // handshake_failure: nothing in common
            {"tls-broken", "15 0303 0002 02 70"}, // unrecognized_name
            {"tls-broken", "15 0303 0002 01 00"}, // close_notify at once
            {"tls-broken", "16 0303 ffff 02 000000"}, // a record beyond all bounds
            {"tls-broken", "80 2e 01 0002 0015 0000 0010"}, // SSL 2
            {"tls-broken", "2a 20 4f 4b 20 68 65 6c 6c 6f 0d 0a"}, // a greeting in clear text
        });
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("openings")
    void tells_old_from_broken(String kind, String octets) {
        var opening = HexFormat.of().parseHex(octets.replace(" ", ""));
        for (var play : Play.all().toList()) {
            var script = play.spoilt(Moment.HANDSHAKE, awaitOctets(), raw(opening), hangUp());

            assertThat(BENCH.ask(play, script).kind()).as("%s", play).isEqualTo(kind);
        }
    }

    @Test
    void does_not_read_endless_handshakes() {
        var play = Play.of(Protocol.IMAP);
        var record = "\u0016\u0003\u0003\u0000\u0004\u000b\u00ff\u00ff\u00ff"; // a certificate message of 16 MiB

        assertThat(BENCH.ask(play, play.spoilt(Moment.HANDSHAKE, awaitOctets(), flood(record))))
                .isInstanceOf(Verdict.TlsBroken.class);
        assertThat(BENCH.ask(
                        play, play.spoilt(Moment.HANDSHAKE, awaitOctets(), flood("\u0016\u0003\u0003\u0000\u0000"))))
                .isInstanceOf(Verdict.TlsBroken.class);
    }

    @Test
    void does_not_believe_a_chain_of_a_thousand() {
        var issued = BENCH.intermediate.issue(GOOD);
        var chain = Stream.concat(
                        issued.chain().stream(),
                        Stream.generate(BENCH.intermediate::certificate).limit(1000))
                .toList();

        assertThat(ask(BENCH.tls(new Issued(issued.key(), chain)))).isInstanceOf(Verdict.TlsBroken.class);
    }

    @Test
    void waits_no_longer_than_the_deadline_for_a_hello() {
        var play = Play.of(Protocol.IMAP);
        try (var server = ScriptedServer.playing(BENCH.goodTls, List.of(silent()))) {
            var verdict = BENCH.ask(Duration.ofMillis(300), List.of(Bench.server(play, server.port())))
                    .headline();

            assertThat(verdict).isEqualTo(new Verdict.Silent(Stage.HANDSHAKE));
        }
    }

    private Verdict ask(SSLContext tls) {
        return ask(Play.of(Protocol.IMAP), tls);
    }

    private Verdict ask(Play play, SSLContext tls) {
        return BENCH.ask(play, play.good(), tls);
    }
}
