package org.postlotse.cli;

import jakarta.inject.Singleton;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/**
 * Turns what a hoster has into a beginning of its configuration. It needs no configuration itself, so it runs before the
 * settings are checked.
 */
@Singleton
@CommandLine.Command(
        name = Import.NAME,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "KIND",
        description = "Turns what you have into a configuration.",
        subcommands = ImportAutoconfig.class)
class Import implements Main.Command, Callable<Integer> {
    static final String NAME = "import";

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }
}
