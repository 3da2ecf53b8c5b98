package org.postlotse.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postlotse.catalogue.ConnectionSecurity.TLS;
import static org.postlotse.probe.Standing.INVITED;
import static org.postlotse.probe.Standing.STRANGER;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.catalogue.Host;
import org.postlotse.catalogue.Port;
import org.postlotse.catalogue.Protocol;
import org.postlotse.catalogue.Server;
import org.postlotse.probe.Throttle.Admission.Admitted;
import org.postlotse.probe.Throttle.Admission.Refused;
import org.postlotse.probe.Verdict.TemporarilyDown;
import org.postlotse.probe.Verdict.Unreachable;
import org.postlotse.probe.Verdict.Working;
import org.postlotse.probe.Verdict.WrongPassword;

class ThrottleTest {
    private static final InetAddress HOME = InetAddress.ofLiteral("203.0.113.20");
    private static final String ERIKA = "erika@example.test";

    private final RememberedJournal journal = new RememberedJournal();
    private Instant now = Instant.parse("2024-06-01T10:00:00Z");
    private final InstantSource watch = () -> now;
    private Throttle throttle = throttle(Map.of());

    @Test
    void the_sixth_failure_of_a_mailbox_waits_until_the_first_is_forgotten() {
        for (int i = 0; i < 5; i++) {
            fail(ERIKA, HOME);
            now = now.plusSeconds(60);
        }
        assertThat(admit("Erika@Example.test", HOME)).isEqualTo(new Refused(Scope.MAILBOX, Duration.ofMinutes(10)));
        now = now.plus(Duration.ofMinutes(10)).plusSeconds(1);
        assertThat(admit(ERIKA, HOME)).isInstanceOf(Admitted.class);
    }

    @Test
    void what_is_not_settled_counts_as_failed() {
        for (int i = 0; i < 5; i++) assertThat(admit(ERIKA, HOME)).isInstanceOf(Admitted.class);

        assertThat(admit(ERIKA, HOME)).isInstanceOf(Refused.class);
    }

    @Test
    void refused_attempts_do_not_make_the_wait_longer() {
        for (int i = 0; i < 5; i++) fail(ERIKA, HOME);
        for (int i = 0; i < 100; i++) assertThat(admit(ERIKA, HOME)).isInstanceOf(Refused.class);
        now = now.plus(Duration.ofMinutes(15)).plusSeconds(1);
        assertThat(admit(ERIKA, HOME)).isInstanceOf(Admitted.class);
    }

    @Test
    void a_login_that_works_forgives_the_mailbox_but_not_the_network() {
        for (int i = 0; i < 4; i++) fail(ERIKA, HOME);
        settle(admit(ERIKA, HOME), new Working(), new WrongPassword());
        for (int i = 0; i < 5; i++) fail(ERIKA, HOME);
        assertThat(admit(ERIKA, HOME)).isInstanceOf(Refused.class);

        // nine guesses at one mailbox; eleven more from this line, whatever its own mailbox says in between
        for (int i = 0; i < 10; i++) {
            fail("m" + i + "@example.test", HOME);
            settle(admit("own@example.test", HOME), new Working());
        }
        fail("m10@example.test", HOME);
        assertThat(admit("own@example.test", HOME))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.scope()).isEqualTo(Scope.NETWORK));
    }

    @Test
    void where_no_server_judged_the_password_nothing_was_guessed() {
        for (int i = 0; i < 10; i++) settle(admit(ERIKA, HOME), new Unreachable(), new TemporarilyDown());
        for (int i = 0; i < 5; i++) fail(ERIKA, HOME);

        assertThat(admit(ERIKA, HOME)).isInstanceOf(Refused.class);
    }

    @Test
    void even_logins_that_work_are_so_many_only() {
        for (int i = 0; i < 20; i++) settle(admit(ERIKA, HOME), new Working());

        assertThat(admit(ERIKA, HOME)).isEqualTo(new Refused(Scope.MAILBOX, Duration.ofMinutes(15)));
    }

    @Test
    void one_network_may_fail_at_twenty_mailboxes() {
        for (int i = 0; i < 20; i++) fail("m" + i + "@example.test", HOME);

        assertThat(admit("m20@example.test", HOME)).isEqualTo(new Refused(Scope.NETWORK, Duration.ofMinutes(15)));
        assertThat(admit("m20@example.test", InetAddress.ofLiteral("203.0.113.21")))
                .isInstanceOf(Admitted.class);
    }

    @Test
    void an_IPv6_line_is_its_64() {
        for (int i = 0; i < 20; i++)
            fail("m" + i + "@example.test", InetAddress.ofLiteral("2001:db8:0:1::" + Integer.toHexString(i + 1)));
        assertThat(admit("x@example.test", InetAddress.ofLiteral("2001:db8:0:1:ffff::1")))
                .isInstanceOf(Refused.class);
        assertThat(admit("x@example.test", InetAddress.ofLiteral("2001:db8:0:2::1")))
                .isInstanceOf(Admitted.class);
    }

    @Test
    void one_password_tried_at_many_mailboxes_from_many_networks_meets_the_domains_limit_then_the_total() {
        throttle = throttle(Map.of("per-domain", "30", "in-total", "40"));
        for (int i = 0; i < 30; i++) fail("m" + i + "@example.test", line(i));
        assertThat(admit("x@example.test", line(99)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.scope()).isEqualTo(Scope.DOMAIN));

        for (int i = 0; i < 10; i++) fail("m" + i + "@other.test", line(i));
        assertThat(admit("x@third.test", line(99)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.scope()).isEqualTo(Scope.TOTAL));
    }

    @Test
    void whoever_comes_by_a_mailed_link_has_more_attempts_and_is_not_locked_out_by_strangers() {
        throttle = throttle(Map.of("in-total", "5"));
        for (int i = 0; i < 5; i++) fail(ERIKA, line(i));
        assertThat(admit(ERIKA, HOME)).isInstanceOf(Refused.class);

        for (int i = 0; i < 15; i++) assertThat(invited(HOME)).isInstanceOf(Admitted.class);
        assertThat(invited(HOME)).isEqualTo(new Refused(Scope.MAILBOX, Duration.ofMinutes(15)));
    }

    @Test
    void a_mailed_link_does_not_lift_the_networks_limit() {
        for (int i = 0; i < 20; i++) fail("m" + i + "@example.test", HOME);

        assertThat(invited(HOME)).isInstanceOf(Refused.class);
    }

    @Test
    void the_journal_learns_no_address_and_no_digest_that_could_be_recomputed() {
        admit(ERIKA, HOME);
        var other = new RememberedJournal();
        new Throttle(settings(Map.of()), other, watch.withZone(ZoneOffset.UTC)).admit(attempt(ERIKA, HOME, STRANGER));

        assertThat(journal.subjects())
                .hasSize(4)
                .allSatisfy(subject -> assertThat(subject).matches("[0-9a-f]{64}"));
        assertThat(other.subjects()).hasSize(4).doesNotContainAnyElementsOf(journal.subjects());
    }

    @Test
    void what_is_older_than_the_window_is_forgotten_at_once() {
        admit(ERIKA, HOME);
        now = now.plus(Duration.ofMinutes(15)).plusSeconds(1);
        admit("other@example.test", line(1));

        assertThat(journal.subjects()).hasSize(4);
    }

    private void fail(String mailbox, InetAddress network) {
        settle(admit(mailbox, network), new WrongPassword(), new Unreachable());
    }

    private void settle(Throttle.Admission admission, Verdict... verdicts) {
        assertThat(admission).isInstanceOf(Admitted.class);
        var server = new Server(Protocol.IMAP, new Host("mail.example.test"), new Port(993), TLS);
        throttle.settle(
                (Admitted) admission,
                new Diagnosis(Arrays.stream(verdicts)
                        .map(verdict -> new Finding(server, verdict, Duration.ZERO))
                        .toList()));
    }

    private Throttle.Admission admit(String mailbox, InetAddress network) {
        return throttle.admit(attempt(mailbox, network, STRANGER));
    }

    private Throttle.Admission invited(InetAddress network) {
        return throttle.admit(attempt(ERIKA, network, INVITED));
    }

    private static Attempt attempt(String mailbox, InetAddress network, Standing standing) {
        return new Attempt(EmailAddress.parse(mailbox).orElseThrow(), network, standing);
    }

    private static InetAddress line(int number) {
        return InetAddress.ofLiteral("198.51.100." + number);
    }

    private Throttle throttle(Map<String, String> written) {
        return new Throttle(settings(written), journal, watch.withZone(ZoneOffset.UTC));
    }

    private static ThrottleSettings settings(Map<String, String> written) {
        return new ThrottleSettings(WrittenThrottle.of(written));
    }
}
