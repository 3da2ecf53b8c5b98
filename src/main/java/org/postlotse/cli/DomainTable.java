package org.postlotse.cli;

import java.util.stream.Collectors;
import org.postlotse.dns.DomainFinding;
import org.postlotse.dns.DomainReport;

/** What a look at a domain found, as a terminal shows it. */
record DomainTable(DomainReport report) {
    String text() {
        var widest = report.findings().stream()
                .mapToInt(finding -> finding.name().length())
                .max()
                .orElse(1);
        var table = report.findings().stream()
                .map(finding -> ("%-" + widest + "s  %-4s %-9s %s")
                        .formatted(finding.name(), finding.type(), word(finding), rest(finding))
                        .stripTrailing())
                .collect(Collectors.joining("\n", "", "\n"));
        return report.toPaste().isEmpty() ? table : table + "\nTo paste into the zone:\n\n" + report.toPaste();
    }

    private static String word(DomainFinding finding) {
        return switch (finding.state()) {
            case RIGHT -> "right";
            case MISSING -> "missing";
            case ADVISED -> "advised";
            case ELSEWHERE -> "elsewhere";
            case WRONG -> "wrong";
            case UNKNOWN -> "no answer";
            case TOLD -> "-";
        };
    }

    private static String rest(DomainFinding finding) {
        var seen = String.join(", ", finding.seen());
        var certificate = finding.certificate()
                .map(shown -> shown.valid() ? "certificate valid" : "certificate not valid: " + shown.kind())
                .orElse("");
        return seen.isEmpty() || certificate.isEmpty() ? seen + certificate : seen + "; " + certificate;
    }
}
