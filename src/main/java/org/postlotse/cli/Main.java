package org.postlotse.cli;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.smallrye.config.ConfigValidationException;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Where the process begins: reads the command and runs it inside the container. */
@QuarkusMain
public class Main implements QuarkusApplication {
    /** What only {@code serve} needs, switched off for the other commands. */
    private static final Map<String, String> WITHOUT_SERVER = Map.of(
            "quarkus.http.host-enabled", "false",
            "quarkus.management.host-enabled", "false",
            "quarkus.log.console.stderr", "true",
            "quarkus.log.console.level", "WARN",
            "postlotse.demo.enabled", "false",
            "postlotse.intake.running", "false",
            "postlotse.campaign.running", "false");

    /** Commands that need the database. */
    private static final Set<String> REMEMBERING =
            Set.of(Intake.NAME, SeenLogins.NAME, Insecure.NAME, Forget.NAME, Warn.NAME);

    private final Instance<Command> commands;

    @Inject
    Main(@jakarta.enterprise.inject.Any Instance<Command> commands) {
        this.commands = commands;
    }

    /** A command of ours, found by the container. */
    interface Command {}

    public static void main(String... arguments) {
        if (arguments.length > 0 && arguments[0].equals(Import.NAME)) System.exit(withoutSettings(arguments));
        if (List.of(arguments).stream().anyMatch(argument -> !argument.equals(Serve.NAME)))
            withoutServer(List.of(arguments));
        Quarkus.run(Main.class, Main::end, arguments);
    }

    private static void withoutServer(List<String> arguments) {
        WITHOUT_SERVER.forEach(System::setProperty);
        boolean remembering = REMEMBERING.contains(arguments.getFirst()) && !arguments.contains(Intake.DRY_RUN);
        if (!remembering) System.setProperty("postlotse.database.kind", "none");
    }

    private static void end(int code, @Nullable Throwable fault) {
        if (fault != null) tell(fault);
        System.exit(fault == null ? code : ExitCode.BROKEN);
    }

    /** Wrong settings are told in plain words; whatever else keeps us from starting, in all its depth. */
    private static void tell(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof WrongSettings || cause instanceof ConfigValidationException) {
                System.err.println(cause.getMessage());
                return;
            }
        }
        fault.printStackTrace();
    }

    /** What is run before there is a configuration; starting whole would complain of its absence. */
    private static int withoutSettings(String... arguments) {
        return new CommandLine(new Postlotse())
                .addSubcommand(new Import())
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8)) // a configuration file is UTF-8
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .execute(arguments);
    }

    @Override
    public int run(String... arguments) {
        var line = new CommandLine(new Postlotse());
        commands.forEach(line::addSubcommand);
        return arguments.length == 0 ? line.execute(Serve.NAME) : line.execute(arguments);
    }

    @CommandLine.Command(
            name = "postlotse",
            mixinStandardHelpOptions = true,
            synopsisSubcommandLabel = "COMMAND",
            description = "Leads an e-mail hoster's customers to encrypted POP3, IMAP and SMTP.",
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:fine",
                "1:the configuration is wrong, or something broke",
                "2:the command was not understood",
                "3:the address or the format is not ours",
                "4:the check found something that the customer can mend",
                "5:the check found something that the hoster must mend"
            })
    private static final class Postlotse {}
}
