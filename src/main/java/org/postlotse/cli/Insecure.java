package org.postlotse.cli;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.evidence.Device;
import org.postlotse.evidence.Evidence;
import org.postlotse.evidence.Lately;
import org.postlotse.evidence.Logins;
import org.postlotse.evidence.Weakness;
import picocli.CommandLine;

/** All mailboxes that log in insecurely. */
@Singleton
@CommandLine.Command(
        name = Insecure.NAME,
        mixinStandardHelpOptions = true,
        description = {
            "Lists the mailboxes of which a program logs in insecurely: on two days within fourteen, the last",
            "of them within a week."
        })
class Insecure implements Main.Command, Callable<Integer> {
    static final String NAME = "insecure";
    private static final int PAGE = 1_000;
    private static final String HEAD =
            "mailbox,protocol,weakness,encryption,mechanism,tls,old_name,client,logins,first,last";

    @CommandLine.Option(
            names = "--since",
            paramLabel = "DATE",
            description = "Instead: two days since then, such as 2026-11-01.")
    private String since = "";

    @CommandLine.Option(names = "--csv", description = "Answer in CSV (RFC 4180).")
    private boolean csv;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    private final Catalogue catalogue;
    private final Provider<Evidence> evidence;
    private final Provider<Logins> logins;

    @Inject
    Insecure(Catalogue catalogue, Provider<Evidence> evidence, Provider<Logins> logins) {
        this.catalogue = catalogue;
        this.evidence = evidence;
        this.logins = logins;
    }

    @Override
    public Integer call() {
        var lately = lately();
        if (lately.isEmpty()) {
            spec.commandLine().getErr().println("“" + since + "” is no date; write one such as 2026-11-01.");
            return ExitCode.USAGE;
        }
        var out = spec.commandLine().getOut();
        if (csv) out.print(HEAD + "\r\n");
        var after = "";
        while (true) {
            var page = logins.get().insecure(lately.get(), after, PAGE);
            page.forEach(device -> out.print(csv ? row(device) + "\r\n" : line(device) + "\n"));
            if (page.isEmpty()) break;
            after = page.getLast().mailbox().normalised();
        }
        out.flush();
        return ExitCode.FINE;
    }

    private Optional<Lately> lately() {
        if (since.isEmpty()) return Optional.of(evidence.get().lately());
        try {
            var day = LocalDate.parse(since);
            return Optional.of(
                    new Lately(day.atStartOfDay(catalogue.zone()).toInstant().minusNanos(1), day.minusDays(1)));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    private static String line(Device device) {
        var how = device.fingerprint();
        return "%-40s %-5s %-14s %6d log-ins, last %s%s"
                .formatted(
                        device.mailbox().normalised(),
                        how.protocol(),
                        how.weakness().map(Weakness::key).orElse(""),
                        device.logins(),
                        device.lastDay(),
                        how.client().isEmpty() ? "" : ", " + how.client());
    }

    private static String row(Device device) {
        var map = SeenLogins.map(device);
        return java.util.stream.Stream.of(
                        "mailbox",
                        "protocol",
                        "weakness",
                        "encryption",
                        "mechanism",
                        "obsoleteTls",
                        "oldName",
                        "client",
                        "logins",
                        "first",
                        "last")
                .map(key -> quoted(String.valueOf(map.get(key))))
                .collect(Collectors.joining(","));
    }

    /** A field that a spreadsheet would take for a formula gets an apostrophe: names in logs are anybody's text. */
    private static String quoted(String text) {
        var safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("[^\",\r\n]*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
