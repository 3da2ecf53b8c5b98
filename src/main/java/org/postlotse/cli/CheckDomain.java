package org.postlotse.cli;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.Callable;
import org.postlotse.catalogue.Domain;
import org.postlotse.dns.DomainDesk;
import picocli.CommandLine;

/** Asks DNS what a mail domain has of what it needs, and says what to paste. */
@Singleton
@CommandLine.Command(
        name = "check-domain",
        mixinStandardHelpOptions = true,
        description = "Looks whether a mail domain's DNS records lead to us and whether the certificates of those names"
                + " are valid. Connects to our own hosts only.")
class CheckDomain implements Main.Command, Callable<Integer> {
    @CommandLine.Parameters(paramLabel = "DOMAIN", description = "The mail domain.")
    private String domain = "";

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    private final DomainDesk desk;

    @Inject
    CheckDomain(DomainDesk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        var report = Domain.parse(domain).flatMap(desk::look);
        if (report.isEmpty()) {
            var line = spec.commandLine();
            line.getErr().println(Domain.parse(domain).isEmpty() ? "This is no domain." : "This domain is not ours.");
            return ExitCode.UNKNOWN;
        }
        spec.commandLine().getOut().print(new DomainTable(report.get()).text());
        spec.commandLine().getOut().flush();
        return report.get().wantsWork() ? ExitCode.HOSTER : ExitCode.FINE;
    }
}
