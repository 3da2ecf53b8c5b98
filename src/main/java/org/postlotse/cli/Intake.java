package org.postlotse.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.zip.ZipException;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.evidence.AlreadyRead;
import org.postlotse.evidence.Evidence;
import org.postlotse.evidence.LogDialect;
import org.postlotse.evidence.LogFile;
import org.postlotse.evidence.LogReader;
import org.postlotse.evidence.LogStream;
import org.postlotse.evidence.Logins;
import org.postlotse.evidence.SourceReading;
import org.postlotse.evidence.Survey;
import picocli.CommandLine;

/** Reads mail servers' logs and keeps what they tell of log-ins, or shows it only. */
@Singleton
@CommandLine.Command(
        name = Intake.NAME,
        mixinStandardHelpOptions = true,
        description = {
            "Reads mail servers' logs (.gz, too) and keeps which mailboxes log in how.",
            "What was read once, under whatever name, is not counted again."
        })
class Intake implements Main.Command, Callable<Integer> {
    static final String NAME = "intake";
    static final String DRY_RUN = "--dry-run";

    /** More would wait for the database. */
    private static final int MOST_HANDS = 4;

    @CommandLine.Parameters(arity = "1..*", paramLabel = "FILE", description = "Log files, oldest first.")
    private List<Path> files = List.of();

    @CommandLine.Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Of stamps that name none, such as Europe/Berlin; the hoster's own by default.")
    private String zone = "";

    @CommandLine.Option(
            names = "--dialect",
            paramLabel = "DIALECT",
            description = "The mail server that wrote the files; found out line by line by default.")
    private String dialect = "";

    @CommandLine.Option(names = DRY_RUN, description = "Only show what is found; keep nothing.")
    private boolean dryRun;

    @CommandLine.Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    private final Catalogue catalogue;
    private final List<LogDialect> dialects;
    private final Clock clock;
    private final Provider<Evidence> evidence;
    private final Provider<Logins> logins;
    private final ObjectMapper mapper;

    @Inject
    Intake(
            Catalogue catalogue,
            @All List<LogDialect> dialects,
            Clock clock,
            Provider<Evidence> evidence,
            Provider<Logins> logins,
            ObjectMapper mapper) {
        this.catalogue = catalogue;
        this.dialects = dialects;
        this.clock = clock;
        this.evidence = evidence;
        this.logins = logins;
        this.mapper = mapper;
    }

    @Override
    public Integer call() {
        var told = zone();
        if (told.isEmpty()) return refuse("“" + zone + "” is no time zone; write one such as Europe/Berlin.");
        var spoken = dialects.stream()
                .filter(known -> dialect.isEmpty() || known.id().equals(dialect))
                .toList();
        if (spoken.isEmpty())
            return refuse("“" + dialect + "” is no mail server whose logs can be read; write one of "
                    + dialects.stream().map(LogDialect::id).sorted().toList() + ".");
        try {
            var report = dryRun ? looked(told.get(), spoken) : kept(told.get(), spoken);
            spec.commandLine().getOut().print(json ? mapper.writeValueAsString(report.map()) + "\n" : report.text());
            spec.commandLine().getOut().flush();
            return ExitCode.FINE;
        } catch (NoSuchFileException missing) {
            return refuse(missing.getFile() + " is not there.");
        } catch (ZipException notCompressed) {
            return refuse("One of the files ends in .gz but is not compressed: " + notCompressed.getMessage());
        } catch (IOException broken) {
            return refuse("The logs can not be read: " + broken.getMessage());
        }
    }

    private Report looked(ZoneId told, List<LogDialect> spoken) throws IOException {
        var survey = new Survey(this::mailbox);
        var reader = new LogReader(spoken, told, clock, survey);
        try (var bar = ProgressBar.of(files)) {
            for (var file : files)
                try (var stream = new LogFile(file).open(bar::watching)) {
                    LogStream.read(stream, reader);
                }
        }
        reader.end();
        return new SurveyTable(survey, reader.tally());
    }

    private Report kept(ZoneId told, List<LogDialect> spoken) throws IOException {
        var table = new KeptTable();
        try (var bar = ProgressBar.of(files);
                var hands = Executors.newFixedThreadPool(hands())) {
            var reads = files.stream()
                    .map(file ->
                            hands.submit(() -> read(file, () -> evidence.get().begin(told, spoken), bar)))
                    .toList();
            for (var read : reads) table.add(ended(read));
        }
        evidence.get().tidy();
        table.insecure(logins.get().insecureMailboxes(evidence.get().lately()));
        return table;
    }

    /** Files are read side by side: what is kept of them is the same in any order. */
    private int hands() {
        return Math.clamp(Runtime.getRuntime().availableProcessors(), 1, Math.min(files.size(), MOST_HANDS));
    }

    private KeptTable.Read read(Path file, Supplier<SourceReading> begin, ProgressBar bar) throws IOException {
        while (true) {
            var reading = begin.get();
            try {
                return new KeptTable.Read(
                        file, new LogFile(file).read(reading, logins.get(), bar::watching, clock.instant()), reading);
            } catch (AlreadyRead meanwhile) {
                // the same log by another name, or by another process: what is left of it is read
            }
        }
    }

    private static KeptTable.Read ended(Future<KeptTable.Read> read) throws IOException {
        try {
            return read.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException broken) throw broken;
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped");
        }
    }

    /** What is told at the end. */
    interface Report {
        /** For a terminal. */
        String text();

        /** For programs. */
        Map<String, Object> map();
    }

    private Optional<ZoneId> zone() {
        try {
            return Optional.of(zone.isEmpty() ? catalogue.zone() : ZoneId.of(zone));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
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
