package org.postlotse.cli;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.postlotse.staff.TokenHash;
import picocli.CommandLine;

/** Makes a token for a machine, and its hash for the configuration. */
@Singleton
@CommandLine.Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = "Makes a random token for a machine. It is printed once, beside its hash for"
                + " postlotse.operators.tokens[].hash; nobody can get it back from there.")
class Token implements Main.Command, Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var token = TokenHash.fresh(new SecureRandom());
        out.println("token " + token);
        out.println("hash  " + TokenHash.of(token).encoded());
        return ExitCode.FINE;
    }
}
