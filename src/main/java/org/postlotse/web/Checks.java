package org.postlotse.web;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.catalogue.Offer;
import org.postlotse.probe.Attempt;
import org.postlotse.probe.Credentials;
import org.postlotse.probe.Diagnosis;
import org.postlotse.probe.Finding;
import org.postlotse.probe.Probes;
import org.postlotse.probe.Throttle;
import org.postlotse.probe.Throttle.Admission;

/** One check, whoever asks for it: the throttle first, then all servers at once; what was found is counted and noted. */
@Singleton
public final class Checks {
    private static final Logger LOG = Logger.getLogger(Checks.class);

    private final Catalogue catalogue;
    private final Throttle throttle;
    private final Probes probes;
    private final MeterRegistry metrics;

    @Inject
    Checks(Catalogue catalogue, Throttle throttle, Probes probes, MeterRegistry metrics) {
        this.catalogue = catalogue;
        this.throttle = throttle;
        this.probes = probes;
        this.metrics = metrics;
    }

    /** What becomes of a request to check. */
    public sealed interface Answer {
        /** The servers were asked. */
        record Checked(Diagnosis diagnosis, Offer offer) implements Answer {
            /** What to tell of the login name: one of the hoster's records when a server has accepted it, not before. */
            public String login(EmailAddress mailbox) {
                boolean proven = diagnosis.incomingWorks() || diagnosis.outgoingWorks();
                return proven ? offer.login(mailbox) : offer.loginName().of(mailbox);
            }
        }

        /** Too many attempts lately; the next one may be made after the pause. */
        record Later(Duration pause) implements Answer {}
    }

    /** Checks a mailbox of ours; the caller closes the secret. Findings are told as they come, on the caller's thread. */
    public Answer check(Attempt attempt, Credentials credentials, Consumer<Finding> heard) {
        return switch (throttle.admit(attempt)) {
            case Admission.Refused refused -> later(attempt.mailbox(), refused);
            case Admission.Admitted admitted -> ask(admitted, credentials.from(attempt.network()), heard);
        };
    }

    private Answer ask(Admission.Admitted admitted, Credentials credentials, Consumer<Finding> heard) {
        var offer = catalogue.unprovenOffer(credentials.mailbox()).orElseThrow();
        var diagnosis = probes.ask(offer, credentials, heard);
        throttle.settle(admitted, diagnosis);
        diagnosis.findings().forEach(this::count);
        LOG.infof("checked %s: %s", credentials.mailbox().masked(), findings(diagnosis));
        return new Answer.Checked(diagnosis, offer);
    }

    private Answer later(EmailAddress mailbox, Admission.Refused refused) {
        var scope = refused.scope().key();
        metrics.counter("postlotse.check.refused", "scope", scope).increment();
        LOG.infof(
                "not checked %s: too many attempts (%s), next in %d s",
                mailbox.masked(), scope, refused.pause().toSeconds());
        return new Answer.Later(refused.pause());
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

    private static String findings(Diagnosis diagnosis) {
        return diagnosis.findings().stream()
                .map(finding -> finding.server() + " " + finding.verdict().kind() + " "
                        + finding.took().toMillis() + " ms")
                .collect(Collectors.joining(", "));
    }
}
