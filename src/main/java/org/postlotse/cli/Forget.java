package org.postlotse.cli;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.concurrent.Callable;
import org.postlotse.campaign.Cases;
import org.postlotse.campaign.ExcuseBook;
import org.postlotse.campaign.Recipients;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.evidence.Logins;
import org.postlotse.staff.AuditTrail;
import picocli.CommandLine;

/** Erases what is known of one mailbox. */
@Singleton
@CommandLine.Command(
        name = Forget.NAME,
        mixinStandardHelpOptions = true,
        description =
                "Erases all that is known of a mailbox: log-ins, cases, letters, and that staff was asked about it. What it does later is noted anew.")
class Forget implements Main.Command, Callable<Integer> {
    static final String NAME = "forget";

    @CommandLine.Parameters(paramLabel = "ADDRESS", description = "The mailbox.")
    private String address = "";

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    private final Provider<Logins> logins;
    private final Provider<Cases> cases;
    private final Provider<Recipients> recipients;
    private final Provider<ExcuseBook> excuses;
    private final Provider<AuditTrail> trail;

    @Inject
    Forget(
            Provider<Logins> logins,
            Provider<Cases> cases,
            Provider<Recipients> recipients,
            Provider<ExcuseBook> excuses,
            Provider<AuditTrail> trail) {
        this.logins = logins;
        this.cases = cases;
        this.recipients = recipients;
        this.excuses = excuses;
        this.trail = trail;
    }

    @Override
    public Integer call() {
        var mailbox = EmailAddress.parse(address);
        if (mailbox.isEmpty()) {
            spec.commandLine().getErr().println("This is no address.");
            return ExitCode.UNKNOWN;
        }
        int devices = logins.get().forget(mailbox.get());
        excuses.get().withdraw(mailbox.get());
        recipients.get().forget(mailbox.get());
        trail.get().forget(mailbox.get().normalised());
        int closed = cases.get().forget(mailbox.get());
        spec.commandLine()
                .getOut()
                .println(
                        devices + closed == 0
                                ? "Nothing was known of it."
                                : devices + " programs forgotten, and " + closed + " cases with their letters.");
        return ExitCode.FINE;
    }
}
