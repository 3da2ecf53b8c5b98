package org.postlotse.cli;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.Callable;
import org.postlotse.catalogue.Domain;
import org.postlotse.dns.DomainDesk;
import picocli.CommandLine;

/** Prints the records that a mail domain needs. */
@Singleton
@CommandLine.Command(
        name = "dns",
        mixinStandardHelpOptions = true,
        description = "Prints the DNS records that a mail domain needs, as text for its zone file. Asks no DNS.")
class Zone implements Main.Command, Callable<Integer> {
    @CommandLine.Parameters(paramLabel = "DOMAIN", description = "The mail domain.")
    private String domain = "";

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    private final DomainDesk desk;

    @Inject
    Zone(DomainDesk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        var zone = Domain.parse(domain).flatMap(desk::zone);
        if (zone.isEmpty()) {
            var line = spec.commandLine();
            line.getErr().println(Domain.parse(domain).isEmpty() ? "This is no domain." : "This domain is not ours.");
            return ExitCode.UNKNOWN;
        }
        spec.commandLine().getOut().print(zone.get());
        spec.commandLine().getOut().flush();
        return ExitCode.FINE;
    }
}
