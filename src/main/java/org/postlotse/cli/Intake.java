package org.postlotse.cli;

import io.quarkus.arc.All;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.evidence.LogDialect;
import org.postlotse.evidence.LogReader;
import org.postlotse.evidence.LogStream;
import org.postlotse.evidence.Survey;
import picocli.CommandLine;

/** Reads mail servers' logs and shows what they tell of log-ins. Nothing is kept. */
@Singleton
@CommandLine.Command(
        name = "intake",
        mixinStandardHelpOptions = true,
        description = "Reads mail servers' logs (.gz, too) and shows which log-ins are not secure. Nothing is kept.")
class Intake implements Main.Command, Callable<Integer> {
    @CommandLine.Parameters(arity = "1..*", paramLabel = "FILE", description = "Log files, oldest first.")
    private List<Path> files = List.of();

    @CommandLine.Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Of stamps that name none, such as Europe/Berlin; the hoster's own by default.")
    private String zone = "";

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    private final Catalogue catalogue;
    private final List<LogDialect> dialects;
    private final Clock clock;

    @Inject
    Intake(Catalogue catalogue, @All List<LogDialect> dialects, Clock clock) {
        this.catalogue = catalogue;
        this.dialects = dialects;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var told = zone();
        if (told.isEmpty()) return refuse("“" + zone + "” is no time zone; write one such as Europe/Berlin.");
        var survey = new Survey(this::mailbox);
        var reader = new LogReader(dialects, told.get(), clock, survey);
        for (var file : files) {
            try (var stream = open(file)) {
                LogStream.read(stream, reader);
            } catch (NoSuchFileException missing) {
                return refuse(file + " is not there.");
            } catch (IOException broken) {
                return refuse(file + " can not be read: " + broken.getMessage());
            }
        }
        reader.end();
        spec.commandLine().getOut().print(new SurveyTable(survey, reader.tally()).text());
        spec.commandLine().getOut().flush();
        return ExitCode.FINE;
    }

    private Optional<ZoneId> zone() {
        try {
            return Optional.of(zone.isEmpty() ? catalogue.zone() : ZoneId.of(zone));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static InputStream open(Path file) throws IOException {
        var stream = new BufferedInputStream(Files.newInputStream(file), 256 * 1024);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(stream, 256 * 1024) : stream;
    }

    /** A login name is a mailbox when it is an address of a domain that the hoster serves. */
    private Optional<EmailAddress> mailbox(String user) {
        return EmailAddress.parse(user)
                .filter(address -> catalogue.offer(address).isPresent());
    }

    private int refuse(String why) {
        spec.commandLine().getErr().println(why);
        return ExitCode.USAGE;
    }
}
