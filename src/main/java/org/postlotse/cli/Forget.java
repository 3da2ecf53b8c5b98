package org.postlotse.cli;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.concurrent.Callable;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.evidence.Logins;
import picocli.CommandLine;

/** Erases what is known of one mailbox. */
@Singleton
@CommandLine.Command(
        name = Forget.NAME,
        mixinStandardHelpOptions = true,
        description = "Erases all that the logs showed of a mailbox. What it does later is noted anew.")
class Forget implements Main.Command, Callable<Integer> {
    static final String NAME = "forget";

    @CommandLine.Parameters(paramLabel = "ADDRESS", description = "The mailbox.")
    private String address = "";

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    private final Provider<Logins> logins;

    @Inject
    Forget(Provider<Logins> logins) {
        this.logins = logins;
    }

    @Override
    public Integer call() {
        var mailbox = EmailAddress.parse(address);
        if (mailbox.isEmpty()) {
            spec.commandLine().getErr().println("This is no address.");
            return ExitCode.UNKNOWN;
        }
        int devices = logins.get().forget(mailbox.get());
        spec.commandLine()
                .getOut()
                .println(devices == 0 ? "Nothing was known of it." : devices + " programs forgotten.");
        return ExitCode.FINE;
    }
}
