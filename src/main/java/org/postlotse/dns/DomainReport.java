package org.postlotse.dns;

import java.util.List;
import org.postlotse.catalogue.Domain;

/**
 * What a look at a domain found.
 *
 * @param domain that was looked at
 * @param findings in the order in which to tell them
 */
public record DomainReport(Domain domain, List<DomainFinding> findings) {
    public DomainReport {
        findings = List.copyOf(findings);
    }

    public boolean wantsWork() {
        return findings.stream().anyMatch(DomainFinding::wantsWork);
    }

    /** What is missing or wrong, as text for a zone file; empty when nothing is. */
    public String toPaste() {
        return DomainRecords.zoneText(
                findings.stream().flatMap(finding -> finding.toPaste().stream()).toList());
    }
}
