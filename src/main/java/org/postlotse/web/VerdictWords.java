package org.postlotse.web;

import java.time.ZoneOffset;
import org.postlotse.probe.Finding;
import org.postlotse.probe.SeenCertificate;
import org.postlotse.probe.Verdict;

/** What may be read out to the hoster's hotline: the server's own words, folded, or what its certificate says. */
public final class VerdictWords {
    private VerdictWords() {}

    /** May be empty. It is anybody's text. */
    public static String of(Finding finding) {
        return switch (finding.verdict()) {
            // the sentence may differ where there is no such mailbox, and nobody is told which ones there are
            case Verdict.WrongPassword _, Verdict.WrongLoginName _ -> "";
            case Verdict.CertificateExpired bad -> words(bad.seen());
            case Verdict.CertificateNotYetValid bad -> words(bad.seen());
            case Verdict.CertificateWrongHost bad -> words(bad.seen());
            case Verdict.CertificateUntrusted bad -> words(bad.seen());
            case Verdict.CertificateIncomplete bad -> words(bad.seen());
            case Verdict.CertificateWeakKey bad -> words(bad.seen());
            default -> finding.words();
        };
    }

    private static String words(SeenCertificate seen) {
        return "%s; %s; %s; %s – %s"
                .formatted(
                        seen.subject(),
                        String.join(", ", seen.names()),
                        seen.issuer(),
                        seen.from().atOffset(ZoneOffset.UTC).toLocalDate(),
                        seen.to().atOffset(ZoneOffset.UTC).toLocalDate());
    }
}
