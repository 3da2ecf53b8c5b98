package org.postlotse.document.takeover;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postlotse.catalogue.Domain;
import org.postlotse.catalogue.LoginName;
import org.postlotse.catalogue.Protocol;
import org.postlotse.catalogue.Server;

/** Chooses of the servers that could be offered those that can be offered together: all with one form of user name. */
final class ServerChoice {
    private final List<Candidate> candidates;
    private final Remarks remarks;

    ServerChoice(List<Candidate> candidates, Remarks remarks) {
        this.candidates = candidates;
        this.remarks = remarks;
    }

    /**
     * The servers to offer.
     *
     * @param standard at least one that fetches mail and one that sends it, in the file's order
     * @param exceptions where hosts are named after the customer's domain: the other domains' servers
     */
    record Choice(LoginName loginName, List<Server> standard, Map<Domain, List<Server>> exceptions) {}

    /** Empty when no form of user name has both, a server that fetches mail and one that sends it. */
    Optional<Choice> choose(List<Domain> domains) {
        return candidates.stream()
                .map(Candidate::loginName)
                .distinct()
                .filter(this::complete)
                .findFirst()
                .map(form -> choose(form, domains));
    }

    private boolean complete(LoginName form) {
        var those = candidates.stream()
                .filter(candidate -> candidate.loginName() == form)
                .map(Candidate::protocol)
                .toList();
        return those.stream().anyMatch(Protocol::incoming) && those.contains(Protocol.SMTP);
    }

    private Choice choose(LoginName form, List<Domain> domains) {
        var chosen = new LinkedHashMap<Server, Candidate>();
        for (var candidate : candidates) {
            if (candidate.loginName() != form)
                remarks.add(
                        candidate.at(),
                        "The server " + candidate + " is not taken over: its user name is "
                                + candidate.loginName().pattern() + ", that of the others " + form.pattern()
                                + ", and there is one form for all.");
            else
                candidate
                        .in(domains.getFirst())
                        .filter(server -> chosen.putIfAbsent(server, candidate) != null)
                        .ifPresent(twice -> remarks.add(
                                candidate.at(), "The server " + candidate + " stands there twice; once is enough."));
        }
        furtherOnes(chosen.values());
        var standard = List.copyOf(chosen.keySet());
        return new Choice(form, standard, exceptions(chosen.values(), standard, domains));
    }

    private void furtherOnes(Iterable<Candidate> chosen) {
        var seen = new LinkedHashMap<Protocol, Candidate>();
        for (var candidate : chosen) {
            var first = seen.putIfAbsent(candidate.protocol(), candidate);
            if (first != null)
                remarks.add(
                        candidate.at(),
                        "The server " + candidate + " is taken over as a further choice: customers are"
                                + " led to the first, " + first + ".");
        }
    }

    private static Map<Domain, List<Server>> exceptions(
            Iterable<Candidate> chosen, List<Server> standard, List<Domain> domains) {
        var exceptions = new LinkedHashMap<Domain, List<Server>>();
        for (var domain : domains) {
            var own = new LinkedHashSet<Server>();
            chosen.forEach(candidate -> candidate.in(domain).ifPresent(own::add));
            if (!new ArrayList<>(own).equals(standard)) exceptions.put(domain, List.copyOf(own));
        }
        return exceptions;
    }
}
