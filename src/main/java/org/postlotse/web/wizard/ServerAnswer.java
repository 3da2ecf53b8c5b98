package org.postlotse.web.wizard;

import java.util.List;
import org.postlotse.catalogue.Server;
import org.postlotse.probe.Finding;
import org.postlotse.probe.Verdict;
import org.postlotse.web.VerdictWords;

/**
 * One server's answer, as it stands in the list of servers.
 *
 * @param server that is asked
 * @param state how far it is: {@code waits}, {@code unsure}, {@code works} or {@code fails}
 * @param kind of its verdict; empty while it waits
 * @param blame whose fault it is, the key of a text
 * @param words the server's own, or its certificate's, to be read out to the hoster's hotline; may be empty
 */
record ServerAnswer(Server server, String state, String kind, String blame, String words) {

    static ServerAnswer of(Finding finding) {
        var verdict = finding.verdict();
        return new ServerAnswer(
                finding.server(),
                verdict.works() ? "works" : "fails",
                verdict.kind(),
                verdict.blame().key(),
                VerdictWords.of(finding));
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
}
