package org.postlotse.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.postlotse.evidence.Encryption;
import org.postlotse.evidence.LogReader;
import org.postlotse.evidence.LoginProtocol;
import org.postlotse.evidence.Survey;

/** A survey of logs as a terminal shows it. Addresses are masked. */
record SurveyTable(Survey survey, LogReader.Tally tally) implements Intake.Report {
    private static final int MOST = 20;

    @Override
    public String text() {
        var text = new StringBuilder();
        line(
                text,
                "%,d lines, %,d of mail servers, %,d in no known form",
                tally.lines(),
                tally.ofMailServers(),
                tally.withoutEnvelope());
        if (tally.lost() > 0) line(text, KeptTable.LOST, tally.lost());
        tally.strange().kinds().forEach((kind, found) -> found.lines().forEach(sample -> line(text, "    %s", sample)));
        line(text, "");
        line(text, "%-8s %12s %12s %12s", "log-ins", "TLS", "no TLS", "not told");
        for (var service : LoginProtocol.values())
            line(
                    text,
                    "%-8s %,12d %,12d %,12d",
                    service,
                    survey.logins(service, Encryption.TLS),
                    survey.logins(service, Encryption.NONE),
                    survey.logins(service, Encryption.UNKNOWN));
        if (survey.strangers() > 0) line(text, "%,d log-ins of names that are no mailbox of ours", survey.strangers());
        if (survey.puzzles() > 0) line(text, "%,d lines look like log-ins but can not be read", survey.puzzles());
        line(text, "");
        var weak = survey.weak();
        line(
                text,
                weak.isEmpty()
                        ? "No mailbox of ours logs in insecurely."
                        : "Mailboxes of ours that log in insecurely: %,d",
                weak.size());
        weak.stream()
                .limit(MOST)
                .forEach(one -> line(text, "  %-40s %s", one.mailbox().masked(), kinds(one)));
        if (weak.size() > MOST) line(text, "  and %,d more", weak.size() - MOST);
        return text.toString();
    }

    @Override
    public Map<String, Object> map() {
        var map = new LinkedHashMap<String, Object>();
        map.put("lines", tally.lines());
        map.put("ofMailServers", tally.ofMailServers());
        map.put("lost", tally.lost());
        map.put("notUnderstood", tally.withoutEnvelope() + survey.puzzles());
        var logins = new LinkedHashMap<String, Object>();
        for (var service : LoginProtocol.values())
            for (var encryption : Encryption.values())
                logins.put((service + "-" + encryption).toLowerCase(Locale.ROOT), survey.logins(service, encryption));
        map.put("logins", logins);
        map.put("strangers", survey.strangers());
        map.put(
                "insecure",
                survey.weak().stream()
                        .map(one -> Map.of("mailbox", one.mailbox().normalised(), "weaknesses", one.kinds()))
                        .toList());
        return map;
    }

    private static String kinds(Survey.Weak one) {
        return one.kinds().entrySet().stream()
                .map(kind -> kind.getKey() + " " + kind.getValue())
                .collect(Collectors.joining(", "));
    }

    private static void line(StringBuilder text, String form, Object... values) {
        text.append(String.format(Locale.ROOT, form, values)).append('\n');
    }
}
