package org.postlotse.cli;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.postlotse.document.ServerTexts;
import picocli.CommandLine;

/** Prints what mail servers should answer to log-ins without encryption. */
@Singleton
@CommandLine.Command(
        name = "server-texts",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the files that make Dovecot and Postfix tell programs that log in without encryption",
            "what their owners have to do."
        })
class ServerAnswers implements Main.Command, Callable<Integer> {
    @CommandLine.Option(names = "--language", paramLabel = "TAG", description = "Of the answers; de by default.")
    private String language = "de";

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    private final ServerTexts texts;

    @Inject
    ServerAnswers(ServerTexts texts) {
        this.texts = texts;
    }

    @Override
    public Integer call() {
        var wanted = Locale.forLanguageTag(language);
        if (!texts.languages().contains(wanted)) {
            spec.commandLine().getErr().println("There are no sentences in “" + language + "”.");
            return ExitCode.USAGE;
        }
        var out = spec.commandLine().getOut();
        for (var file : texts.files(wanted)) out.print("==> " + file.path() + " <==\n" + file.content() + "\n");
        out.flush();
        return ExitCode.FINE;
    }
}
