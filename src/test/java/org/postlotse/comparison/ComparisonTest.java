package org.postlotse.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postlotse.catalogue.ConnectionSecurity.STARTTLS;
import static org.postlotse.catalogue.ConnectionSecurity.TLS;
import static org.postlotse.catalogue.ExampleHoster.server;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.catalogue.ExampleHoster;
import org.postlotse.catalogue.LoginName;
import org.postlotse.catalogue.Offer;
import org.postlotse.catalogue.Protocol;
import org.postlotse.catalogue.Server;
import org.postlotse.comparison.Judgement.Reason;

/** What must be changed is marked with its reason, and nothing else is. */
class ComparisonTest {
    private static final EmailAddress ERIKA =
            EmailAddress.parse("erika@müller.example").orElseThrow();
    private static final Server IMAP = server(Protocol.IMAP, "imap.hoster.example", 993, TLS);
    private static final Server POP3 = server(Protocol.POP3, "pop.hoster.example", 995, TLS);
    private static final Server SMTP = server(Protocol.SMTP, "smtp.hoster.example", 465, TLS);
    private static final Server SUBMISSION = server(Protocol.SMTP, "smtp.hoster.example", 587, STARTTLS);
    private static final Present RIGHT = now("imap.hoster.example", "993")
            .security(PresentSecurity.TLS)
            .method(PresentMethod.PASSWORD)
            .user("erika@müller.example")
            .done();

    private final Comparison comparison = comparison(LoginName.ADDRESS, IMAP, POP3, SMTP, SUBMISSION);

    @Test
    void what_is_right_stays() {
        assertThat(comparison.of(Half.RECEIVING, RIGHT).changes()).isZero();
        assertThat(comparison.of(Half.RECEIVING, RIGHT).told()).isEqualTo(6);
    }

    @Test
    void what_was_not_told_is_not_judged() {
        var compared = comparison.of(Half.SENDING, Present.unknown());

        assertThat(compared.changes()).isZero();
        assertThat(compared.told()).isZero();
        assertThat(compared.server()).isEqualTo(SMTP);
    }

    @ParameterizedTest
    @CsvSource({
        "IMAP.Hoster.example., right",
        "imaps://imap.hoster.example/, right",
        "pop3.müller.example, host-old",
        "POP3.xn--mller-kva.example, host-old",
        "pop3.example.org, host-old",
        "imap.hostr.example, host-typing-error",
        "imap.hoster.exmaple, host-typing-error",
        "imap hoster.example, host-typing-error",
        "'imap,hoster.example', host-typing-error",
        "smtp.hoster.example, host-of-other-server",
        "192.0.2.7, host-address",
        "2001:db8::7, host-address",
        "erika@müller.example, host-mailbox",
        "mail.example.net, host-other",
        "<script>, host-other"
    })
    void a_host_is_judged(String typed, String judgement) {
        var now = now(typed, "993").imap().done();

        assertThat(judged(Half.RECEIVING, now, Field.HOST)).isEqualTo(judgement);
    }

    @ParameterizedTest
    @CsvSource({
        "RECEIVING, 993, right",
        "RECEIVING, 00993, right",
        "RECEIVING, 143, port-unencrypted",
        "RECEIVING, 465, port-of-other-server",
        "RECEIVING, 9930, port-other",
        "RECEIVING, neun, port-no-number",
        "RECEIVING, -1, port-no-number",
        "SENDING, 465, right",
        "SENDING, 587, right",
        "SENDING, 25, port-unencrypted",
        "SENDING, 993, port-of-other-server",
        "SENDING, 2525, port-other"
    })
    void a_port_is_judged(Half half, String typed, String judgement) {
        assertThat(judged(half, now("", typed).imap().done(), Field.PORT)).isEqualTo(judgement);
    }

    @Test
    void a_port_for_the_other_encryption_is_told_from_a_wrong_one() {
        var only465 = comparison(LoginName.ADDRESS, IMAP, SMTP);

        assertThat(judged(only465, Half.SENDING, now("", "587").done(), Field.PORT))
                .isEqualTo("port-of-other-security");
    }

    @ParameterizedTest
    @CsvSource({
        "RECEIVING, 993, NONE, security-none",
        "RECEIVING, 993, IF_AVAILABLE, security-if-available",
        "RECEIVING, 993, AUTOMATIC, security-automatic",
        "RECEIVING, 993, STARTTLS, security-starttls-on-tls-port",
        "SENDING, 465, STARTTLS, security-starttls-on-tls-port",
        "SENDING, 587, TLS, security-tls-on-starttls-port",
        "SENDING, 587, STARTTLS, right",
        "SENDING, 465, TLS, right"
    })
    void an_encryption_is_judged(Half half, String port, PresentSecurity chosen, String judgement) {
        var server = half == Half.RECEIVING ? IMAP : port.equals("465") ? SMTP : SUBMISSION;
        var only = comparison(LoginName.ADDRESS, IMAP, half == Half.SENDING ? server : SMTP);
        var now = now("", port).imap().security(chosen).done();

        assertThat(judged(only, half, now, Field.SECURITY)).isEqualTo(judgement);
    }

    @ParameterizedTest
    @EnumSource(PresentMethod.class)
    void only_the_plain_password_stays(PresentMethod method) {
        var now = now("", "").imap().method(method).done();

        assertThat(judged(Half.RECEIVING, now, Field.METHOD))
                .isEqualTo(method == PresentMethod.PASSWORD ? "right" : "method-" + method.key());
    }

    @ParameterizedTest
    @CsvSource({
        "ADDRESS, erika@müller.example, right",
        "ADDRESS, Erika@xn--mller-kva.EXAMPLE, right",
        "ADDRESS, erika, user-without-domain",
        "ADDRESS, Erika, user-without-domain",
        "ADDRESS, erika@mueller.example, user-other-domain",
        "ADDRESS, erika@elsewhere.test, user-other-domain",
        "ADDRESS, erkia@müller.example, user-typing-error",
        "ADDRESS, erika müller, user-with-blanks",
        "ADDRESS, web123p4, user-other",
        "ADDRESS, otto@elsewhere.test, user-other",
        "LOCALPART, erika, right",
        "LOCALPART, erika@müller.example, user-with-domain",
        "LOCALPART, erikaa, user-typing-error",
        "LOCALPART, web123p4, user-other"
    })
    void a_user_name_is_judged(LoginName form, String typed, String judgement) {
        var now = now("", "").imap().user(typed).done();

        assertThat(judged(comparison(form, IMAP, SMTP), Half.RECEIVING, now, Field.USER))
                .isEqualTo(judgement);
    }

    @ParameterizedTest
    @CsvSource({"ADDRESS, erika, user-without-domain", "ADDRESS, e@x.example, right", "LOCALPART, erika, right"})
    void without_a_mailbox_only_the_shape_of_a_user_name_is_judged(LoginName form, String typed, String judgement) {
        var stranger = new Comparison(offer(form, IMAP, SMTP), Optional.empty(), List.of());

        assertThat(judged(stranger, Half.RECEIVING, now("", "").user(typed).done(), Field.USER))
                .isEqualTo(judgement);
    }

    @Test
    void the_protocol_is_guessed_from_port_or_host() {
        assertThat(comparison.of(Half.RECEIVING, now("", "110").done()).server())
                .isEqualTo(POP3);
        assertThat(comparison
                        .of(Half.RECEIVING, now("pop3.x.example", "").done())
                        .server())
                .isEqualTo(POP3);
        assertThat(comparison
                        .of(Half.RECEIVING, now("mail.x.example", "").done())
                        .server())
                .isEqualTo(IMAP);
    }

    @Test
    void a_protocol_that_is_not_offered_is_said_so() {
        var pop3Only = comparison(LoginName.ADDRESS, POP3, SMTP);
        var now = now("imap.hoster.example", "143").done();

        assertThat(judged(pop3Only, Half.RECEIVING, now, Field.PROTOCOL)).isEqualTo("protocol-not-offered");
        assertThat(pop3Only.of(Half.RECEIVING, now).server()).isEqualTo(POP3);
    }

    @Test
    void a_port_typed_behind_the_host_counts() {
        var compared =
                comparison.of(Half.RECEIVING, now("imap.hoster.example:143", "").done());

        assertThat(compared.rows())
                .contains(
                        new Row(Field.HOST, "imap.hoster.example", new Judgement.Right()),
                        new Row(Field.PORT, "143", new Judgement.Change(Reason.PORT_UNENCRYPTED)));
    }

    @Test
    void the_server_with_the_least_to_change_is_meant() {
        var now =
                now("smtp.hoster.example", "587").security(PresentSecurity.NONE).done();

        assertThat(comparison.of(Half.SENDING, now).server()).isEqualTo(SUBMISSION);
        assertThat(comparison.of(Half.SENDING, now).changes()).isEqualTo(1);
    }

    @Test
    void control_characters_and_endless_values_are_cut() {
        var now = now("imap\u0000\u202ehoster\r\n" + "x".repeat(5000), "9\t93").done();

        assertThat(now.host()).hasSize(Present.LONGEST).doesNotContainPattern("\\p{Cntrl}|\u202e");
        assertThat(comparison.of(Half.RECEIVING, now).changes()).isEqualTo(2);
    }

    /** Every reason has a case above, so that none is told by accident. */
    @Test
    void every_reason_can_be_reached() {
        var typed = List.of(
                now("pop3.a.example", "110")
                        .security(PresentSecurity.NONE)
                        .method(PresentMethod.ENCRYPTED_PASSWORD)
                        .user("erika"),
                now("imap.hostr.example", "143")
                        .security(PresentSecurity.IF_AVAILABLE)
                        .method(PresentMethod.NTLM)
                        .user("a b"),
                now("smtp.hoster.example", "465")
                        .imap()
                        .security(PresentSecurity.AUTOMATIC)
                        .method(PresentMethod.KERBEROS)
                        .user("x"),
                now("192.0.2.7", "x")
                        .imap()
                        .security(PresentSecurity.STARTTLS)
                        .method(PresentMethod.OAUTH2)
                        .user("erika@a.example"),
                now("a@b.example", "1").imap().method(PresentMethod.NONE).user("erkia@müller.example"),
                now("mail.a.example", "").imap());
        var reached = typed.stream()
                .map(Typed::done)
                .flatMap(now -> comparison.of(Half.RECEIVING, now).rows().stream())
                .flatMap(row -> row.judgement() instanceof Judgement.Change(Reason reason)
                        ? java.util.stream.Stream.of(reason)
                        : java.util.stream.Stream.empty())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Reason.class)));

        assertThat(EnumSet.complementOf(reached))
                .containsExactly(
                        Reason.PROTOCOL_NOT_OFFERED,
                        Reason.PORT_OF_OTHER_SECURITY,
                        Reason.SECURITY_TLS_ON_STARTTLS_PORT,
                        Reason.USER_WITH_DOMAIN); // each with its own test above
    }

    private String judged(Half half, Present now, Field field) {
        return judged(comparison, half, now, field);
    }

    private static String judged(Comparison comparison, Half half, Present now, Field field) {
        return comparison.of(half, now).rows().stream()
                .filter(row -> row.field() == field)
                .findFirst()
                .orElseThrow()
                .judgement()
                .key();
    }

    private static Comparison comparison(LoginName form, Server... servers) {
        return new Comparison(offer(form, servers), Optional.of(ERIKA), List.of("pop3.{domain}", "smtp.{domain}"));
    }

    private static Offer offer(LoginName form, Server... servers) {
        return ExampleHoster.usual()
                .with(form)
                .with(servers)
                .catalogue()
                .offer(ERIKA)
                .orElseThrow();
    }

    private static Typed now(String host, String port) {
        return new Typed(new Present(Optional.empty(), host, port, Optional.empty(), Optional.empty(), ""));
    }

    /** A half as somebody types it. */
    private record Typed(Present done) {
        Typed imap() {
            return new Typed(new Present(
                    Optional.of(Protocol.IMAP), done.host(), done.port(), done.security(), done.method(), done.user()));
        }

        Typed security(PresentSecurity security) {
            return new Typed(new Present(
                    done.protocol(), done.host(), done.port(), Optional.of(security), done.method(), done.user()));
        }

        Typed method(PresentMethod method) {
            return new Typed(new Present(
                    done.protocol(), done.host(), done.port(), done.security(), Optional.of(method), done.user()));
        }

        Typed user(String user) {
            return new Typed(
                    new Present(done.protocol(), done.host(), done.port(), done.security(), done.method(), user));
        }
    }
}
