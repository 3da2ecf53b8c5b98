package org.postlotse.probe;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.postlotse.catalogue.Protocol;
import org.postlotse.probe.Verdict.AccountDisabled;
import org.postlotse.probe.Verdict.ServiceNotBooked;
import org.postlotse.probe.Verdict.TemporarilyDown;
import org.postlotse.probe.Verdict.Working;
import org.postlotse.probe.Verdict.WrongPassword;

/**
 * What all servers of an offer said about one login. They are heard together: a password that one server accepted is
 * not wrong, so another's refusal means something else.
 *
 * @param findings in the offer's order
 */
public record Diagnosis(List<Finding> findings) {
    public Diagnosis {
        var heard = List.copyOf(findings);
        findings = heard.stream().map(finding -> reconsider(finding, heard)).toList();
    }

    /** The one thing to tell the customer: {@link Working} when all is well, else what most needs doing. */
    public Verdict headline() {
        return findings.stream()
                .map(Finding::verdict)
                .min(Comparator.comparingInt(Urgency::of))
                .orElseThrow(() -> new IllegalStateException("no server was asked"));
    }

    public boolean allWorking() {
        return findings.stream().allMatch(finding -> finding.verdict().works());
    }

    /** Whether mail can be fetched over at least one server. */
    public boolean incomingWorks() {
        return findings.stream()
                .anyMatch(finding -> finding.server().protocol().incoming()
                        && finding.verdict().works());
    }

    /** Whether mail can be sent over at least one server. */
    public boolean outgoingWorks() {
        return works(Protocol.SMTP, findings);
    }

    private static Finding reconsider(Finding finding, List<Finding> all) {
        if (refusedBecauseDown(finding, all)) return finding.with(new TemporarilyDown());
        var protocol = finding.server().protocol();
        var refused = finding.verdict() instanceof WrongPassword || finding.verdict() instanceof AccountDisabled;
        if (!refused || all.stream().noneMatch(other -> other.verdict().works())) return finding;
        var instead = otherWayIn(protocol).filter(other -> works(other, all) && !works(protocol, all));
        // a right password that this one server refuses: only the hoster can tell why
        return finding.with(instead.<Verdict>map(ServiceNotBooked::new).orElseGet(AccountDisabled::new));
    }

    /**
     * Where the base of passwords is ill, Postfix 3.7 refuses with the same 535 as for a wrong one, while Dovecot, which
     * it asks, says the truth. Nobody shall set a new password because of that.
     */
    private static boolean refusedBecauseDown(Finding finding, List<Finding> all) {
        return finding.server().protocol() == Protocol.SMTP
                && finding.verdict() instanceof WrongPassword
                && all.stream().anyMatch(other -> other.verdict() instanceof TemporarilyDown)
                && all.stream()
                        .filter(other -> other.server().protocol().incoming())
                        .noneMatch(other -> other.verdict().refusesCredentials());
    }

    private static Optional<Protocol> otherWayIn(Protocol protocol) {
        return switch (protocol) {
            case IMAP -> Optional.of(Protocol.POP3);
            case POP3 -> Optional.of(Protocol.IMAP);
            case SMTP -> Optional.empty();
        };
    }

    private static boolean works(Protocol protocol, List<Finding> all) {
        return all.stream()
                .anyMatch(finding -> finding.server().protocol() == protocol
                        && finding.verdict().works());
    }
}
