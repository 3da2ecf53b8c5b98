package org.postlotse.cli;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.postlotse.evidence.LogAdvice;
import picocli.CommandLine;

/** Prints what to add to a mail server's configuration. */
@Singleton
@CommandLine.Command(
        name = "log-settings",
        mixinStandardHelpOptions = true,
        description = {
            "Prints what to add to a mail server's configuration, so that its log tells which mailboxes log in how.",
            "For all servers that are known, or for one: dovecot-2.3, dovecot-2.4, postfix, exim."
        })
class LogSettings implements Main.Command, Callable<Integer> {
    @CommandLine.Parameters(arity = "0..1", paramLabel = "SERVER", description = "One of them, without explanations.")
    private String server = "";

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        if (server.isEmpty()) {
            for (var advice : LogAdvice.values())
                out.printf("## %s: %s%n%n%s%n", advice.title(), advice.file(), advice.settings());
            out.flush();
            return ExitCode.FINE;
        }
        Optional<LogAdvice> one = LogAdvice.of(server);
        one.ifPresent(advice -> out.print(advice.settings()));
        out.flush();
        if (one.isPresent()) return ExitCode.FINE;
        List<String> known =
                Arrays.stream(LogAdvice.values()).map(LogAdvice::id).toList();
        spec.commandLine().getErr().println("“" + server + "” is none of " + known + ".");
        return ExitCode.USAGE;
    }
}
