package org.postlotse.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postlotse.catalogue.ConnectionSecurity.STARTTLS;
import static org.postlotse.catalogue.ConnectionSecurity.TLS;
import static org.postlotse.catalogue.Protocol.IMAP;
import static org.postlotse.catalogue.Protocol.POP3;
import static org.postlotse.catalogue.Protocol.SMTP;
import static org.postlotse.support.Step.awaitOctets;
import static org.postlotse.support.Step.flood;
import static org.postlotse.support.Step.hangUp;
import static org.postlotse.support.Step.hear;
import static org.postlotse.support.Step.say;
import static org.postlotse.support.Step.silent;
import static org.postlotse.support.Step.tls;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postlotse.probe.Play.Moment;
import org.postlotse.support.ScriptedServer;
import org.postlotse.support.Step;

/** What only one protocol's server can do wrong, and what somebody on the wire can do before TLS. */
class HostilityTest {
    private static final Bench BENCH = new Bench();

    /** A server's script and the word for it; its stage where the word has one. */
    record Case(String told, Play play, List<Step> script) {
        @Override
        public String toString() {
            return play + " → " + told;
        }
    }

    private static Case at(String told, Play play, Moment moment, Step... steps) {
        return new Case(told, play, play.spoilt(moment, steps));
    }

    static Stream<Case> upgrades() {
        return Stream.of(IMAP, POP3, SMTP)
                .map(protocol -> new Play(protocol, STARTTLS))
                .flatMap(play -> {
                    var agreed = switch (play.protocol()) {
                        case IMAP -> "{tag} OK go";
                        case POP3 -> "+OK go";
                        case SMTP -> "220 go";
                    };
                    var welcome = play.welcome();
                    return Stream.of(
                            at("encryption-missing", play, Moment.CAPABILITY_BEFORE_TLS, without(play)),
                            at("encryption-missing", play, Moment.STARTTLS, say(refusal(play))),
                            at("protocol-broken", play, Moment.STARTTLS, say(agreed, welcome), silent()),
                            at(
                                    "protocol-broken",
                                    play,
                                    Moment.STARTTLS,
                                    say(agreed, "* BYE [ALERT] call 0190"),
                                    silent()),
                            at("protocol-broken", play, Moment.STARTTLS, say(agreed, ""), silent()),
                            at("tls-broken", play, Moment.HANDSHAKE, awaitOctets(), say(welcome), silent()),
                            at("protocol-broken", play, Moment.GREETING, say("* PREAUTH welcome"), silent()));
                });
    }

    private static Step without(Play play) {
        return switch (play.protocol()) {
            case IMAP -> say("* CAPABILITY IMAP4rev1 AUTH=PLAIN", "{tag} OK");
            case POP3 -> say("+OK", "USER", ".");
            case SMTP -> say("250-mail", "250 AUTH PLAIN");
        };
    }

    private static String refusal(Play play) {
        return switch (play.protocol()) {
            case IMAP -> "{tag} BAD not now";
            case POP3 -> "-ERR not now";
            case SMTP -> "454 4.7.0 not now";
        };
    }

    static Stream<Case> others() {
        var imap = new Play(IMAP, TLS);
        var pop3 = new Play(POP3, TLS);
        var smtp = new Play(SMTP, TLS);
        return Stream.of(
                // greetings
                at("protocol-broken", imap, Moment.GREETING, say("* OK [REFERRAL imap://evil.example/] moved")),
                at("protocol-broken", imap, Moment.GREETING, say("* NO go away")),
                at("protocol-broken", imap, Moment.GREETING, say("* OK one", "* OK two"), silent()),
                at("protocol-broken", imap, Moment.GREETING, say("* OK ready", "a1 OK you did"), silent()),
                at("temporarily-down", imap, Moment.GREETING, say("* BYE down")),
                at("too-many-attempts", imap, Moment.GREETING, say("* BYE Too many connections")),
                at("temporarily-down", pop3, Moment.GREETING, say("-ERR down")),
                at("temporarily-down", pop3, Moment.GREETING, say("-ERR [SYS/TEMP] down")),
                at("protocol-broken", pop3, Moment.GREETING, say("+OK ready", "+OK you did"), silent()),
                at("temporarily-down", smtp, Moment.GREETING, say("421 4.3.2 down")),
                at("too-many-attempts", smtp, Moment.GREETING, say("421 4.7.0 too many connections")),
                at("puzzling", smtp, Moment.GREETING, say("554 5.7.1 not you")),
                at("protocol-broken", smtp, Moment.GREETING, say("220-mail", "250 mail")),
                at("protocol-broken", smtp, Moment.GREETING, flood("220-still talking\r\n")),
                // capabilities
                at("protocol-broken", imap, Moment.CAPABILITY, flood("* OK still here\r\n")),
                at("protocol-broken", imap, Moment.CAPABILITY, say("b1 OK"), silent()),
                at("protocol-broken", imap, Moment.CAPABILITY, say("{tag} BAD what"), silent()),
                at("protocol-broken", imap, Moment.CAPABILITY, say("+ more?"), silent()),
                at("protocol-broken", imap, Moment.CAPABILITY, say("* PREAUTH welcome", "{tag} OK"), silent()),
                at("temporarily-down", imap, Moment.CAPABILITY, say("* BYE shutting down"), hangUp()),
                at("too-many-attempts", imap, Moment.CAPABILITY, say("* BYE [LIMIT] you again"), hangUp()),
                at("protocol-broken", pop3, Moment.CAPABILITY, say("+OK"), flood("X-MORE\r\n")),
                at("protocol-broken", smtp, Moment.CAPABILITY, say("250-mail", "251 AUTH PLAIN"), silent()),
                at("protocol-broken", smtp, Moment.CAPABILITY, flood("250-X-MORE\r\n")),
                at("protocol-broken", smtp, Moment.CAPABILITY, say("25000 mail"), silent()),
                at("puzzling", smtp, Moment.CAPABILITY, say("502 what"), silent()),
                // mechanisms
                new Case("mechanism-missing", imap, imap.offering("AUTH=CRAM-MD5 LOGINDISABLED", silent())),
                new Case("plaintext-refused", imap, imap.offering("LOGINDISABLED", silent())),
                new Case("mechanism-missing", pop3, pop3.offering("SASL CRAM-MD5 SCRAM-SHA-256", silent())),
                new Case("mechanism-missing", smtp, smtp.offering("AUTH CRAM-MD5", silent())),
                new Case("mechanism-missing", smtp, smtp.offering("SIZE", silent())),
                // challenges without end
                new Case(
                        "protocol-broken",
                        imap,
                        imap.offering("AUTH=PLAIN", hear(), say("+ "), hear(), flood("+ more\r\n"))),
                new Case("protocol-broken", imap, imap.offering("", hear(), say("+ go", "+ go", "{tag} OK"), silent())),
                at("protocol-broken", pop3, Moment.LOGIN, flood("+ more\r\n")),
                at("protocol-broken", smtp, Moment.LOGIN, flood("334 bW9yZQ==\r\n")),
                new Case(
                        "protocol-broken",
                        smtp,
                        smtp.offering(
                                "AUTH LOGIN", hear(), say("334 "), hear(), say("334 "), hear(), say("334 "), silent())),
                // login
                at("temporarily-down", imap, Moment.LOGIN, say("* BYE Internal error"), hangUp()),
                at("working", imap, Moment.LOGIN, say("{tag} OK in", "* BYE and out"), hangUp()),
                at("working", pop3, Moment.LOGIN, say("+OK in"), hangUp()),
                at("working", smtp, Moment.LOGIN, say("235 in", "421 and out"), hangUp()),
                at("wrong-password", imap, Moment.LOGIN, say("* BYE so long", "{tag} NO no"), hangUp()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"upgrades", "others"})
    void is_told_for_what_it_is(Case given) {
        assertThat(BENCH.ask(given.play(), given.script()).kind()).isEqualTo(given.told());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "2147483647", "99999999999", "8193", "5+", "", "0x10", " 5"})
    void is_a_literal_that_nobody_should_make_room_for(String size) {
        var play = new Play(IMAP, TLS);
        var script = play.spoilt(Moment.CAPABILITY, say("* LIST () \"/\" {" + size + "}"), silent());

        assertThat(BENCH.ask(play, script)).isInstanceOf(Verdict.ProtocolBroken.class);
    }

    @Test
    void is_not_a_literal_that_hides_an_answer() {
        var play = new Play(IMAP, TLS);
        var script = play.spoilt(
                Moment.LOGIN, say("* LIST () \"/\" {12}", "a2 OK fake", "{0}", " end", "{tag} NO no"), hear());

        assertThat(BENCH.ask(play, script)).isInstanceOf(Verdict.WrongPassword.class);
    }

    @Test
    void never_sees_the_password_before_TLS() {
        for (var protocol : List.of(IMAP, POP3, SMTP)) {
            var play = new Play(protocol, STARTTLS);
            try (var server = ScriptedServer.playing(
                    BENCH.goodTls, play.spoilt(Moment.CAPABILITY_BEFORE_TLS, without(play), hear(), hear()))) {
                BENCH.ask(Bench.LONG, List.of(Bench.server(play, server.port())));
                server.awaitEnd();

                assertThat(server.heard()).hasSize(1);
            }
        }
    }

    @Test
    void does_not_get_what_it_heard_before_TLS_believed() {
        var play = new Play(IMAP, STARTTLS);
        var script = List.of(
                say("* OK ready"),
                hear(),
                say("* CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN SASL-IR", "{tag} OK"),
                hear(),
                say("{tag} OK go"),
                tls(),
                hear(),
                say("* CAPABILITY IMAP4rev1 AUTH=CRAM-MD5 LOGINDISABLED", "{tag} OK"),
                silent());

        assertThat(BENCH.ask(play, script)).isInstanceOf(Verdict.MechanismMissing.class);
    }
}
