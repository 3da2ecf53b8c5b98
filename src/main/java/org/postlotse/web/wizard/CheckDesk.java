package org.postlotse.web.wizard;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.probe.Attempt;
import org.postlotse.probe.Credentials;
import org.postlotse.probe.Diagnosis;
import org.postlotse.probe.Finding;
import org.postlotse.probe.Probes;
import org.postlotse.probe.Standing;
import org.postlotse.probe.Throttle;
import org.postlotse.web.Frame;
import org.postlotse.web.Texts;

/** Takes one request to check: asks the throttle, then all servers at once, and notes what was found. */
@Singleton
class CheckDesk {
    private static final Logger LOG = Logger.getLogger(CheckDesk.class);

    private final Catalogue catalogue;
    private final Throttle throttle;
    private final Probes probes;
    private final Texts texts;
    private final Clock clock;
    private final MeterRegistry metrics;

    @Inject
    CheckDesk(Catalogue catalogue, Throttle throttle, Probes probes, Texts texts, Clock clock, MeterRegistry metrics) {
        this.catalogue = catalogue;
        this.throttle = throttle;
        this.probes = probes;
        this.texts = texts;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** What becomes of a request to check. */
    sealed interface Answer {
        /** The servers were asked. */
        record Checked(Outcome outcome) implements Answer {}

        /**
         * Too many attempts lately.
         *
         * @param minutes to wait, rounded up
         * @param at the moment from which on it works again
         */
        record Later(long minutes, Instant at) implements Answer {}
    }

    /** Checks a mailbox of ours with a password that is there; does not close it. */
    Answer check(EmailAddress mailbox, CheckForm form, InetAddress network) {
        return switch (throttle.admit(new Attempt(mailbox, network, Standing.STRANGER))) {
            case Throttle.Admission.Refused refused -> later(mailbox, refused);
            case Throttle.Admission.Admitted admitted -> new Answer.Checked(ask(mailbox, form, network, admitted));
        };
    }

    private Outcome ask(
            EmailAddress mailbox, CheckForm form, InetAddress network, Throttle.Admission.Admitted admitted) {
        var offer = catalogue.offer(mailbox).orElseThrow();
        var secret = form.password().orElseThrow();
        var diagnosis = probes.ask(offer, new Credentials(mailbox, form.loginName(), secret).from(network));
        throttle.settle(admitted, diagnosis);
        diagnosis.findings().forEach(this::count);
        LOG.infof("checked %s: %s", mailbox.masked(), findings(diagnosis));
        return Outcome.of(diagnosis, offer.loginName().of(mailbox));
    }

    /** For the operator's dashboard; never tied to a person. */
    private void count(Finding finding) {
        metrics.counter(
                        "postlotse.check.findings",
                        "protocol",
                        finding.server().protocol().key(),
                        "verdict",
                        finding.verdict().kind())
                .increment();
    }

    private Answer later(EmailAddress mailbox, Throttle.Admission.Refused refused) {
        var pause = refused.pause();
        metrics.counter("postlotse.check.refused", "scope", refused.scope().key())
                .increment();
        LOG.infof(
                "not checked %s: too many attempts (%s), next in %d s",
                mailbox.masked(), refused.scope().key(), pause.toSeconds());
        return new Answer.Later(
                pause.plusSeconds(59).toMinutes(), clock.instant().plus(pause));
    }

    /** When the wait is over, in the hoster's zone and the reader's spelling. */
    String clockTime(Answer.Later later, Frame frame) {
        return DateTimeFormatter.ofPattern(texts.get(frame, "format.time"), frame.language())
                .format(later.at().plusSeconds(59).atZone(catalogue.zone()));
    }

    private static String findings(Diagnosis diagnosis) {
        return diagnosis.findings().stream()
                .map(finding -> finding.server() + " " + finding.verdict().kind() + " "
                        + finding.took().toMillis() + " ms")
                .collect(Collectors.joining(", "));
    }
}
