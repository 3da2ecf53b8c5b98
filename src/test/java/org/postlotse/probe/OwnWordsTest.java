package org.postlotse.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postlotse.support.Step.awaitOctets;
import static org.postlotse.support.Step.flood;
import static org.postlotse.support.Step.hear;
import static org.postlotse.support.Step.raw;
import static org.postlotse.support.Step.say;
import static org.postlotse.support.Step.silent;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.postlotse.catalogue.ConnectionSecurity;
import org.postlotse.catalogue.Offer;
import org.postlotse.catalogue.OwnLogin;
import org.postlotse.catalogue.Protocol;
import org.postlotse.probe.Play.Moment;
import org.postlotse.probe.Verdict.TlsBroken;
import org.postlotse.support.ScriptedServer;
import org.postlotse.support.Step;

/** What a server itself said stands beside the verdict that rests on it: harmless, short and without any secret. */
class OwnWordsTest {
    private static final Bench BENCH = new Bench();
    private static final String PASSWORD = "Mürbe\"s\\Kätzchen";

    @ParameterizedTest(name = "{0} {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "IMAP | a2 NO [UNAVAILABLE] Back at <b>ten</b>  | temporarily-down",
                "IMAP | a2 NO [AUTHORIZATIONFAILED] Ask Frieda. | account-disabled",
                "IMAP | a2 NO [EXPIRED] Set a new one           | password-expired",
                "IMAP | a2 NO [LIMIT] Ten at once are enough    | too-many-attempts",
                "IMAP | a2 NO [PRIVACYREQUIRED] Whisper         | plaintext-refused",
                "IMAP | a2 NO [XYZZY] plugh                     | puzzling",
                "IMAP | a9 OK not your question                 | protocol-broken",
                "POP3 | -ERR [SYS/TEMP] Back at ten             | temporarily-down",
                "POP3 | -ERR [SYS/PERM] Ask Frieda.             | account-disabled",
                "SMTP | 454 4.7.0 Back at ten                   | temporarily-down",
                "SMTP | 534 5.7.9 Application-specific password | app-password-needed",
                "SMTP | 503 5.5.1 No AUTH here                  | mechanism-missing",
                "SMTP | 599 plugh                               | puzzling",
            })
    void stand_beside_every_refusal(Protocol protocol, String answer, String kind) {
        var finding = ask(Play.of(protocol), Play.of(protocol).answering(answer));

        assertThat(finding.verdict().kind()).isEqualTo(kind);
        assertThat(finding.words()).isEqualTo(answer);
    }

    @ParameterizedTest
    @EnumSource
    void stand_beside_what_went_wrong_before_the_login(Protocol protocol) {
        var play = new Play(protocol, ConnectionSecurity.STARTTLS);
        var refusing = Play.of(protocol).answering("nonsense");
        var offer = protocol == Protocol.POP3 ? "+OK" : protocol == Protocol.IMAP ? "* CAPABILITY IMAP4" : "250-mail";
        var end = protocol == Protocol.POP3 ? "." : protocol == Protocol.IMAP ? "{tag} OK" : "250 SIZE";

        assertThat(ask(play, play.spoilt(Moment.CAPABILITY_BEFORE_TLS, say(offer, end), hear()))
                        .words())
                .startsWith(offer.substring(0, 3))
                .contains(end.replace("{tag}", "a1"));
        assertThat(ask(Play.of(protocol), refusing).words()).isEqualTo("nonsense");
        // a greeting is none of the words that a later silence rests on
        assertThat(ask(play, play.spoilt(Moment.STARTTLS, silent()), 700).words())
                .isEmpty();
    }

    @Test
    void tell_what_spoke_in_clear_where_TLS_was_due() {
        var play = Play.of(Protocol.SMTP);
        var finding =
                ask(play, play.spoilt(Moment.HANDSHAKE, awaitOctets(), say("220 mail here, <i>no TLS</i>"), silent()));

        assertThat(finding.verdict()).isEqualTo(new TlsBroken());
        assertThat(finding.words()).isEqualTo("220 m");
    }

    @Test
    void are_none_where_all_is_well_and_none_of_the_farewell() {
        var play = Play.of(Protocol.IMAP);

        assertThat(ask(play, play.good()).words()).isEmpty();
        assertThat(ask(play, play.spoilt(Moment.LOGIN, say("{tag} NO no"), hear(), say("* BYE and never again")))
                        .words())
                .isEqualTo("a2 NO no");
    }

    @Test
    void are_harmless_to_show_and_short() {
        var play = Play.of(Protocol.SMTP);
        var hostile = "599 \u001b]0;title\u0007\u001b[31mred\t\u202egnirts\u2066\u200b\u00a0<img src=x>\u0085"
                + "\ue000\ud83d\ude00" + "long ".repeat(1000);
        var words = ask(play, play.answering(hostile)).words();

        assertThat(words).startsWith("599 ]0;title [31mred gnirts <img src=x> \ud83d\ude00long long");
        assertThat(words.codePointCount(0, words.length())).isLessThanOrEqualTo(120);
        assertThat(words.codePoints().map(Character::getType))
                .doesNotContain((int) Character.CONTROL, (int) Character.FORMAT, (int) Character.PRIVATE_USE, (int)
                        Character.LINE_SEPARATOR);
        assertThat(ask(play, play.spoilt(Moment.LOGIN, raw("599 half\0way\r\n"), hear()))
                        .words())
                .isEqualTo("599 half");
        assertThat(ask(play, play.spoilt(Moment.LOGIN, flood("599-no\r\n"))).words())
                .hasSizeLessThanOrEqualTo(120)
                .startsWith("599-no 599-no");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "IMAP, SASL-IR AUTH=PLAIN",
        "IMAP, AUTH=PLAIN",
        "IMAP, IDLE",
        "IMAP, LITERAL+",
        "POP3, SASL PLAIN",
        "POP3, USER",
        "SMTP, AUTH PLAIN",
        "SMTP, AUTH LOGIN"
    })
    void never_hold_the_password_that_a_server_repeats(Protocol protocol, String offered) {
        var play = Play.of(protocol);
        for (var password : List.of("sesame", "geheim 0815", PASSWORD)) {
            var told = play.offering(offered, Echoes.everything(protocol, offered, password));
            try (var server = ScriptedServer.playing(BENCH.goodTls, told)) {
                var finding = BENCH.ask(
                                Bench.LONG, List.of(Bench.server(play, server.port())), Optional.of("erika"), password)
                        .findings()
                        .getFirst();

                assertThat(finding.words()).as(password).contains("•••", "[what]");
                for (var form : Echoes.forms(password))
                    assertThat(finding.words()).as(password).doesNotContain(form, Echoes.capitals(form));
            }
        }
    }

    /** What a server repeats: each form in which the password may have come, and the line that it heard last. */
    private static final class Echoes {
        private Echoes() {}

        static List<String> forms(String password) {
            return List.of(password, base64(password), base64("\0erika\0" + password));
        }

        static Step[] everything(Protocol protocol, String offered, String password) {
            var refusal = switch (protocol) {
                case IMAP -> "{tag} NO [XYZZY] ";
                case POP3 -> "-ERR [XYZZY] ";
                case SMTP -> "599 ";
            };
            var words = refusal + "[what] " + String.join(" ", forms(password)) + " " + capitals(password);
            var steps = new ArrayList<Step>();
            for (var invitation : invitations(protocol, offered, password)) {
                steps.add(hear());
                steps.add(say(invitation));
            }
            steps.add(hear());
            steps.add(say(words));
            steps.add(hear());
            return steps.toArray(Step[]::new);
        }

        private static List<String> invitations(Protocol protocol, String offered, String password) {
            boolean literal = !password.chars().allMatch(each -> each < 0x80);
            return switch (offered) {
                case "AUTH=PLAIN", "SASL PLAIN" -> List.of("+ ");
                case "IDLE" -> literal ? List.of("+ go on") : List.of();
                case "LITERAL+" -> List.of();
                case "USER" -> List.of("+OK");
                case "AUTH LOGIN" -> List.of("334 VXNlcm5hbWU6", "334 UGFzc3dvcmQ6");
                default -> List.of();
            };
        }

        private static String capitals(String text) {
            return text.chars()
                    .map(each -> each >= 'a' && each <= 'z' ? each - 'a' + 'A' : each)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
        }

        private static String base64(String text) {
            return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void never_hold_a_login_name_that_is_the_hosters_secret() {
        var play = Play.of(Protocol.IMAP);
        var usual = play.answering("{tag} NO [UNAVAILABLE] No place for p1234 (cDEyMzQ=)");
        try (var server = ScriptedServer.playing(BENCH.goodTls, usual);
                var secret = Secret.of("sesame".toCharArray())) {
            var offer = Bench.offer(List.of(Bench.server(play, server.port())));
            var own = new Offer(
                    offer.domain(),
                    offer.provider(),
                    offer.servers(),
                    offer.loginName(),
                    Optional.of(new OwnLogin("p1234", true)));
            var words = BENCH.probes(Bench.LONG, Bench.LOOPBACK)
                    .ask(own, new Credentials(Bench.erika(), Optional.empty(), secret))
                    .findings()
                    .getFirst()
                    .words();

            assertThat(words).isEqualTo("a2 NO [UNAVAILABLE] No place for ••• (•••)");
        }
    }

    private static Finding ask(Play play, List<Step> script) {
        return ask(play, script, (int) Bench.LONG.toMillis());
    }

    private static Finding ask(Play play, List<Step> script, int millis) {
        try (var server = ScriptedServer.playing(BENCH.goodTls, script)) {
            return BENCH.ask(Duration.ofMillis(millis), List.of(Bench.server(play, server.port())))
                    .findings()
                    .getFirst();
        }
    }
}
