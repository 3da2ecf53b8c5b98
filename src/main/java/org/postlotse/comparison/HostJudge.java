package org.postlotse.comparison;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postlotse.catalogue.Domain;
import org.postlotse.catalogue.Host;
import org.postlotse.catalogue.Offer;
import org.postlotse.catalogue.Server;
import org.postlotse.comparison.Judgement.Reason;

/** Judges a server's name. */
record HostJudge(Offer offer, List<String> oldHosts, Server server) {
    private static final Pattern ADDRESS =
            Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}|\\[?[0-9a-fA-F:.]*:[0-9a-fA-F:.]*]?");
    private static final String DOMAIN = "{domain}";

    Judgement of(String typed) {
        if (typed.isEmpty()) return new Judgement.Untold();
        if (ADDRESS.matcher(typed).matches()) return new Judgement.Change(Reason.HOST_ADDRESS);
        if (typed.contains("@")) return new Judgement.Change(Reason.HOST_MAILBOX);
        var host = Host.parse(typed);
        if (host.isEmpty())
            return new Judgement.Change(nearlyRight(typed) ? Reason.HOST_TYPING_ERROR : Reason.HOST_OTHER);
        if (host.get().equals(server.host())) return new Judgement.Right();
        return new Judgement.Change(reason(host.get()));
    }

    private Reason reason(Host host) {
        if (offer.servers().stream().anyMatch(other -> other.host().equals(host))) return Reason.HOST_OF_OTHER_SERVER;
        if (oldHosts.stream().anyMatch(pattern -> isOld(pattern, host.name()))) return Reason.HOST_OLD;
        return nearlyRight(host.name()) ? Reason.HOST_TYPING_ERROR : Reason.HOST_OTHER;
    }

    /** A former name is one before the mailbox's own domain; of the standard offer before any domain. */
    private boolean isOld(String pattern, String host) {
        var named = Pattern.quote(pattern).replace(DOMAIN, "\\E(?<domain>.+)\\Q");
        Matcher match = Pattern.compile(named).matcher(host);
        if (!match.matches()) return false;
        return !pattern.contains(DOMAIN) || Domain.parse(match.group("domain")).isPresent();
    }

    private boolean nearlyRight(String typed) {
        var right = server.host().name();
        return Spelling.distance(typed, right) <= Math.min(3, Math.max(1, right.length() / 5));
    }
}
