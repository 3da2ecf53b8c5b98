package org.postlotse.cli;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.postlotse.staff.PasswordHash;
import picocli.CommandLine;

/** Makes the hash of an operator's password, for the configuration. */
@Singleton
@CommandLine.Command(
        name = "hash",
        mixinStandardHelpOptions = true,
        description = "Prints the hash of an operator's password, for postlotse.operators.people[].hash. The password"
                + " comes from a prompt or, where there is no terminal, from the first line of standard input.")
class Hash implements Main.Command, Callable<Integer> {
    /** NIST SP 800-63B-4 §3.1.1.2: fifteen where a password is the only proof. */
    private static final int SHORTEST = 15;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() {
        var password = TypedPassword.characters();
        try {
            if (password.length < SHORTEST) {
                spec.commandLine()
                        .getErr()
                        .println("The password has fewer than " + SHORTEST
                                + " characters. A few words make a good one.");
                return ExitCode.USAGE;
            }
            spec.commandLine()
                    .getOut()
                    .println(PasswordHash.of(password, new SecureRandom()).encoded());
            return ExitCode.FINE;
        } finally {
            Arrays.fill(password, '\0');
        }
    }
}
