package org.postlotse.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.postlotse.document.takeover.AutoconfigFile;
import org.postlotse.document.takeover.Remark;
import org.postlotse.document.takeover.Takeover.Refused;
import org.postlotse.document.takeover.Takeover.Taken;
import picocli.CommandLine;

/** A Mozilla autoconfig file becomes a configuration; what it does not tell may be told by options. */
@CommandLine.Command(
        name = "autoconfig",
        mixinStandardHelpOptions = true,
        description =
                "Turns a Mozilla autoconfig file (config-v1.1.xml) into a configuration on standard output. Standard"
                        + " error says line by line what was not taken over, and why.")
class ImportAutoconfig implements Callable<Integer> {
    private static final int LONGEST = 1024 * 1024;

    @CommandLine.Parameters(paramLabel = "FILE", description = "The file; - reads standard input.")
    private String file = "";

    @CommandLine.Mixin
    private Additions additions = new Additions();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() {
        byte[] bytes;
        try (var in = open()) {
            bytes = in.readNBytes(LONGEST + 1); // one more than is read, so that a longer file is known to be one
        } catch (IOException unreadable) {
            say("The file " + file + " can not be read: " + reason(unreadable) + ".");
            return ExitCode.BROKEN;
        }
        return switch (AutoconfigFile.read(bytes)) {
            case Taken taken -> write(taken);
            case Refused(var why, var remarks) -> refuse(why, remarks);
        };
    }

    private InputStream open() throws IOException {
        return file.equals("-") ? System.in : Files.newInputStream(Path.of(file));
    }

    private int write(Taken taken) {
        taken.remarks().forEach(this::say);
        var configuration = new TakenConfiguration(taken, additions);
        configuration
                .guessed()
                .forEach((key, value) ->
                        say(key + " is not in the file: “" + value + "” stands in for it. Write your own"
                                + " before customers see it (" + Additions.option(key) + ")."));
        var out = spec.commandLine().getOut();
        out.print(configuration.yaml());
        out.flush();
        return ExitCode.FINE;
    }

    private int refuse(String why, List<Remark> remarks) {
        remarks.forEach(this::say);
        say(why);
        return ExitCode.BROKEN;
    }

    private void say(Object sentence) {
        spec.commandLine().getErr().println(sentence);
    }

    private static String reason(IOException unreadable) {
        return unreadable instanceof NoSuchFileException ? "there is none" : String.valueOf(unreadable.getMessage());
    }
}
