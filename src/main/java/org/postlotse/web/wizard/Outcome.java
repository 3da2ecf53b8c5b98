package org.postlotse.web.wizard;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.postlotse.catalogue.Protocol;
import org.postlotse.catalogue.Server;
import org.postlotse.probe.Diagnosis;
import org.postlotse.probe.Verdict;

/**
 * A diagnosis as the result page shows it.
 *
 * @param kind of the one verdict that matters most: the key of its texts below {@code verdict}
 * @param tone {@code ok}, {@code customer}, {@code hoster}, {@code network} or {@code nobody}: how the page speaks
 * @param login the login name that is right
 * @param ways to use instead, where there are any
 * @param answers what each server said
 */
record Outcome(String kind, String tone, String login, Ways ways, List<ServerAnswer> answers) {

    /**
     * Other ways than the ones that were refused.
     *
     * @param instead where one way is closed, the working one for the same half of the mail
     * @param detour a second port for sending: networks of customers block the first one, which we can not see from here
     */
    record Ways(Optional<Server> instead, Optional<Server> detour) {}

    static Outcome of(Diagnosis diagnosis, String login) {
        var headline = diagnosis.headline();
        return new Outcome(
                headline.kind(),
                headline.works() ? "ok" : headline.blame().key(),
                login,
                new Ways(instead(headline, diagnosis), detour(diagnosis)),
                diagnosis.findings().stream().map(ServerAnswer::of).toList());
    }

    private static Optional<Server> instead(Verdict headline, Diagnosis diagnosis) {
        if (headline.works()) return Optional.empty();
        return working(diagnosis, server -> closed(server.protocol(), diagnosis));
    }

    private static boolean closed(Protocol working, Diagnosis diagnosis) {
        return diagnosis.findings().stream()
                .anyMatch(finding -> !finding.verdict().works()
                        && finding.server().protocol().incoming() == working.incoming());
    }

    private static Optional<Server> detour(Diagnosis diagnosis) {
        var first = working(diagnosis, server -> !server.protocol().incoming());
        return first.flatMap(preferred -> working(
                diagnosis,
                server -> !server.protocol().incoming() && !server.port().equals(preferred.port())));
    }

    private static Optional<Server> working(Diagnosis diagnosis, Predicate<Server> wanted) {
        return diagnosis.findings().stream()
                .filter(finding -> finding.verdict().works() && wanted.test(finding.server()))
                .map(finding -> finding.server())
                .findFirst();
    }
}
