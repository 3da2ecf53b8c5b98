package org.postlotse.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import org.postlotse.guide.Guides;
import picocli.CommandLine;

/** Says of which mail programs' words nobody is sure, and which were read long ago. */
@Singleton
@CommandLine.Command(
        name = "labels",
        mixinStandardHelpOptions = true,
        description = {
            "Counts the words of mail programs by how sure they are, and lists those that somebody has to see on a",
            "device: unverified ones, and those whose check lies more than twelve months back."
        })
class Labels implements Main.Command, Callable<Integer> {
    @CommandLine.Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    private final Guides guides;
    private final Clock clock;
    private final ObjectMapper mapper;

    @Inject
    Labels(Guides guides, Clock clock, ObjectMapper mapper) {
        this.guides = guides;
        this.clock = clock;
        this.mapper = mapper.copy().enable(SerializationFeature.INDENT_OUTPUT);
    }

    @Override
    public Integer call() throws JsonProcessingException {
        var now = YearMonth.now(clock);
        var table = new LabelTable(
                now, guides.all().stream().map(guide -> guide.labels(now)).toList());
        var out = spec.commandLine().getOut();
        out.print(json ? mapper.writeValueAsString(table.map()) + "\n" : table.text());
        out.flush();
        return ExitCode.FINE;
    }
}
