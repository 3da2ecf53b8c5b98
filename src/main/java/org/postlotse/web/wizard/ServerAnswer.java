package org.postlotse.web.wizard;

import java.time.ZoneOffset;
import java.util.List;
import org.postlotse.catalogue.Server;
import org.postlotse.probe.Finding;
import org.postlotse.probe.SeenCertificate;
import org.postlotse.probe.Verdict;

/**
 * One server's answer, as it stands in the list of servers.
 *
 * @param server that is asked
 * @param state how far it is: {@code waits}, {@code unsure}, {@code works} or {@code fails}
 * @param kind of its verdict; empty while it waits
 * @param blame whose fault it is, the key of a text
 * @param words what may be read out to the hoster's hotline; may be empty
 */
record ServerAnswer(Server server, String state, String kind, String blame, String words) {

    static ServerAnswer of(Finding finding) {
        var verdict = finding.verdict();
        return new ServerAnswer(
                finding.server(),
                verdict.works() ? "works" : "fails",
                verdict.kind(),
                verdict.blame().key(),
                words(verdict));
    }

    /** The list while findings still come in; whoever was not heard yet waits. */
    static List<ServerAnswer> soFar(List<Server> servers, List<Finding> heard) {
        return servers.stream()
                .map(server -> heard.stream()
                        .filter(finding -> finding.server().equals(server))
                        .findFirst()
                        .map(ServerAnswer::alone)
                        .orElseGet(() -> new ServerAnswer(server, "waits", "", "nobody", "")))
                .toList();
    }

    /** A refusal may mean something else when the other servers have been heard, too. */
    private static ServerAnswer alone(Finding finding) {
        return switch (finding.verdict()) {
            case Verdict.WrongPassword _, Verdict.AccountDisabled _ ->
                new ServerAnswer(finding.server(), "unsure", finding.verdict().kind(), "nobody", "");
            default -> of(finding);
        };
    }

    private static String words(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Puzzling puzzling -> puzzling.answer();
            case Verdict.ProtocolBroken broken -> broken.excerpt();
            case Verdict.CertificateExpired bad -> words(bad.seen());
            case Verdict.CertificateNotYetValid bad -> words(bad.seen());
            case Verdict.CertificateWrongHost bad -> words(bad.seen());
            case Verdict.CertificateUntrusted bad -> words(bad.seen());
            case Verdict.CertificateIncomplete bad -> words(bad.seen());
            case Verdict.CertificateWeakKey bad -> words(bad.seen());
            default -> "";
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
