package org.postlotse.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postlotse.catalogue.Protocol.IMAP;
import static org.postlotse.catalogue.Protocol.POP3;
import static org.postlotse.catalogue.Protocol.SMTP;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postlotse.catalogue.Protocol;
import org.postlotse.probe.Verdict.AccountDisabled;
import org.postlotse.probe.Verdict.CertificateExpired;
import org.postlotse.probe.Verdict.NameUnknown;
import org.postlotse.probe.Verdict.ServiceNotBooked;
import org.postlotse.probe.Verdict.Silent;
import org.postlotse.probe.Verdict.TemporarilyDown;
import org.postlotse.probe.Verdict.TooManyAttempts;
import org.postlotse.probe.Verdict.Working;
import org.postlotse.probe.Verdict.WrongLoginName;
import org.postlotse.probe.Verdict.WrongPassword;

/** What several servers' answers mean together. */
class DiagnosisTest {
    private static final Verdict WORKING = new Working();
    private static final Verdict REFUSED = new WrongPassword();
    private static final Verdict OLD =
            new CertificateExpired(new SeenCertificate("CN=a", List.of(), "CN=b", Instant.EPOCH, Instant.EPOCH));

    /** What POP3, IMAP and SMTP said, and what is told first. */
    record Case(Verdict pop3, Verdict imap, Verdict smtp, Verdict headline) {}

    static Stream<Case> cases() {
        return Stream.of(
                new Case(WORKING, WORKING, WORKING, WORKING),
                new Case(REFUSED, REFUSED, REFUSED, REFUSED),
                new Case(WORKING, REFUSED, WORKING, new ServiceNotBooked(POP3)),
                new Case(REFUSED, WORKING, WORKING, new ServiceNotBooked(IMAP)),
                new Case(WORKING, new AccountDisabled(), WORKING, new ServiceNotBooked(POP3)),
                new Case(WORKING, WORKING, REFUSED, new AccountDisabled()),
                new Case(REFUSED, REFUSED, WORKING, new AccountDisabled()),
                new Case(WORKING, REFUSED, OLD, OLD),
                new Case(WORKING, WORKING, new WrongLoginName("a"), new WrongLoginName("a")),
                new Case(REFUSED, new Silent(Stage.LOGIN), new NameUnknown(), REFUSED),
                new Case(new TemporarilyDown(), OLD, new Silent(Stage.CONNECT), OLD),
                new Case(new TemporarilyDown(), new TemporarilyDown(), REFUSED, new TemporarilyDown()),
                new Case(new TemporarilyDown(), REFUSED, REFUSED, REFUSED),
                new Case(WORKING, new TooManyAttempts(), OLD, new TooManyAttempts()),
                new Case(new Silent(Stage.GREETING), new NameUnknown(), WORKING, new Silent(Stage.GREETING)),
                new Case(new NameUnknown(), new Silent(Stage.GREETING), WORKING, new NameUnknown()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void tells_what_most_needs_doing(Case given) {
        assertThat(new Diagnosis(findings(given.pop3(), given.imap(), given.smtp())).headline())
                .isEqualTo(given.headline());
    }

    @Test
    void stays_the_same_when_it_is_made_of_itself() {
        var diagnosis = new Diagnosis(findings(WORKING, REFUSED, WORKING));

        assertThat(new Diagnosis(diagnosis.findings())).isEqualTo(diagnosis);
    }

    @Test
    void knows_each_direction() {
        var halfway = new Diagnosis(findings(WORKING, REFUSED, OLD));

        assertThat(halfway.allWorking()).isFalse();
        assertThat(halfway.incomingWorks()).isTrue();
        assertThat(halfway.outgoingWorks()).isFalse();
        assertThat(new Diagnosis(findings(OLD, OLD, WORKING)).incomingWorks()).isFalse();
        assertThat(new Diagnosis(findings(WORKING, WORKING, WORKING)).allWorking())
                .isTrue();
    }

    @Test
    void has_a_word_a_key_and_a_blame_for_every_verdict() {
        var kinds = Arrays.stream(Verdict.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .toList();

        assertThat(kinds).hasSize(27).doesNotHaveDuplicates();
        assertThat(OLD.kind()).isEqualTo("certificate-expired");
        assertThat(new Verdict.TlsTooOld().kind()).isEqualTo("tls-too-old");
        assertThat(REFUSED.blame()).isEqualTo(Blame.CUSTOMER);
        assertThat(OLD.blame()).isEqualTo(Blame.HOSTER);
        assertThat(new Silent(Stage.CONNECT).blame()).isEqualTo(Blame.NETWORK);
        assertThat(WORKING.blame()).isEqualTo(Blame.NOBODY);
    }

    private static List<Finding> findings(Verdict pop3, Verdict imap, Verdict smtp) {
        var findings = new ArrayList<Finding>();
        findings.add(finding(POP3, pop3));
        findings.add(finding(IMAP, imap));
        findings.add(finding(SMTP, smtp));
        return findings;
    }

    private static Finding finding(Protocol protocol, Verdict verdict) {
        return new Finding(Bench.server(protocol), verdict, Duration.ZERO);
    }
}
