package org.postlotse.web.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postlotse.catalogue.ConnectionSecurity;
import org.postlotse.catalogue.Host;
import org.postlotse.catalogue.Port;
import org.postlotse.catalogue.Protocol;
import org.postlotse.catalogue.Server;
import org.postlotse.probe.Diagnosis;
import org.postlotse.probe.Finding;
import org.postlotse.probe.Verdict;

/** Which other way the result page offers. */
class OutcomeTest {
    private static final Server POP3 = server(Protocol.POP3, 995, ConnectionSecurity.TLS);
    private static final Server IMAP = server(Protocol.IMAP, 993, ConnectionSecurity.TLS);
    private static final Server SUBMISSIONS = server(Protocol.SMTP, 465, ConnectionSecurity.TLS);
    private static final Server SUBMISSION = server(Protocol.SMTP, 587, ConnectionSecurity.STARTTLS);

    private static final Verdict WORKING = new Verdict.Working();
    private static final Verdict REFUSED = new Verdict.WrongPassword();

    @Test
    void where_IMAP_is_not_booked_POP3_is_offered_with_its_values() {
        var outcome = outcome(found(POP3, WORKING), found(IMAP, REFUSED), found(SUBMISSIONS, WORKING));

        assertThat(outcome.kind()).isEqualTo("service-not-booked");
        assertThat(outcome.ways().instead()).contains(POP3);
    }

    @Test
    void where_one_port_for_sending_is_down_the_other_is_offered() {
        var outcome = outcome(
                found(IMAP, WORKING), found(SUBMISSIONS, new Verdict.Unreachable()), found(SUBMISSION, WORKING));

        assertThat(outcome.ways().instead()).contains(SUBMISSION);
    }

    /** What a customer's network blocks can not be seen from here: it is offered to everybody whose log-in works. */
    @Test
    void who_can_not_reach_465_is_offered_587() {
        var outcome = outcome(found(IMAP, WORKING), found(SUBMISSIONS, WORKING), found(SUBMISSION, WORKING));

        assertThat(outcome.tone()).isEqualTo("ok");
        assertThat(outcome.ways().instead()).isEmpty();
        assertThat(outcome.ways().detour()).contains(SUBMISSION);
    }

    @Test
    void no_way_is_offered_that_did_not_work() {
        assertThat(outcome(found(IMAP, WORKING), found(SUBMISSIONS, WORKING), found(SUBMISSION, REFUSED))
                        .ways()
                        .detour())
                .isEmpty();
        assertThat(outcome(found(POP3, REFUSED), found(IMAP, REFUSED), found(SUBMISSIONS, REFUSED))
                        .ways()
                        .instead())
                .isEmpty();
    }

    private static Outcome outcome(Finding... findings) {
        return Outcome.of(new Diagnosis(List.of(findings)), "erika@example.org");
    }

    @Test
    void a_refusal_is_not_told_for_sure_while_others_are_still_asked() {
        var servers = List.of(POP3, IMAP, SUBMISSIONS);
        var heard = List.of(found(IMAP, REFUSED), found(SUBMISSIONS, WORKING));

        assertThat(ServerAnswer.soFar(servers, heard).stream().map(ServerAnswer::state))
                .containsExactly("waits", "unsure", "works");
    }

    private static Finding found(Server server, Verdict verdict) {
        return new Finding(server, verdict, Duration.ZERO);
    }

    private static Server server(Protocol protocol, int port, ConnectionSecurity security) {
        return new Server(protocol, new Host("mail.example.org"), new Port(port), security);
    }
}
