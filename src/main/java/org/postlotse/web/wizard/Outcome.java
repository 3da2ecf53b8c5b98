package org.postlotse.web.wizard;

import java.util.List;
import java.util.Optional;
import org.postlotse.catalogue.Protocol;
import org.postlotse.catalogue.Server;
import org.postlotse.probe.Diagnosis;
import org.postlotse.probe.Finding;
import org.postlotse.probe.Verdict;

/**
 * A diagnosis as the result page shows it.
 *
 * @param kind of the one verdict that matters most: the key of its texts below {@code verdict}
 * @param tone {@code ok}, {@code customer}, {@code hoster}, {@code network} or {@code nobody}: how the page speaks
 * @param values what the verdict's texts are filled with
 * @param instead the server to use instead, where there is one
 * @param answers what each server said
 */
record Outcome(String kind, String tone, Values values, Optional<Server> instead, List<Answer> answers) {

    /**
     * Words of a verdict that only it knows.
     *
     * @param login the login name that is right
     * @param words the server's own, folded; may be empty
     */
    record Values(String login, String words) {}

    /**
     * One server's answer.
     *
     * @param server that was asked
     * @param kind of its verdict
     * @param works whether the login worked
     */
    record Answer(Server server, String kind, boolean works) {}

    static Outcome of(Diagnosis diagnosis, String login) {
        var headline = diagnosis.headline();
        return new Outcome(
                headline.kind(),
                headline.works() ? "ok" : headline.blame().key(),
                new Values(login, words(headline)),
                instead(headline, diagnosis),
                diagnosis.findings().stream()
                        .map(finding -> new Answer(
                                finding.server(),
                                finding.verdict().kind(),
                                finding.verdict().works()))
                        .toList());
    }

    private static String words(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Puzzling puzzling -> puzzling.answer();
            case Verdict.ProtocolBroken broken -> broken.excerpt();
            default -> "";
        };
    }

    /** Where one way is closed, the working one for the same half of the mail. */
    private static Optional<Server> instead(Verdict headline, Diagnosis diagnosis) {
        if (headline.works()) return Optional.empty();
        return diagnosis.findings().stream()
                .filter(finding -> finding.verdict().works())
                .map(Finding::server)
                .filter(server -> closed(server.protocol(), diagnosis))
                .findFirst();
    }

    private static boolean closed(Protocol working, Diagnosis diagnosis) {
        return diagnosis.findings().stream()
                .anyMatch(finding -> !finding.verdict().works()
                        && finding.server().protocol().incoming() == working.incoming());
    }
}
