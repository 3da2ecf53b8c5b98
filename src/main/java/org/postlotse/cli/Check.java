package org.postlotse.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.probe.Blame;
import org.postlotse.probe.Credentials;
import org.postlotse.probe.Diagnosis;
import org.postlotse.probe.Finding;
import org.postlotse.probe.Probes;
import picocli.CommandLine;

/** Logs in to every server of a mailbox and says what happened. */
@Singleton
@CommandLine.Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Logs in to every server that a mailbox is offered. The password comes from a prompt or, where"
                + " there is no terminal, from the first line of standard input.")
class Check implements Main.Command, Callable<Integer> {
    @CommandLine.Parameters(paramLabel = "ADDRESS", description = "The mailbox's address.")
    private String address = "";

    @CommandLine.Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @CommandLine.Option(names = "--login-name", description = "Log in with this user name, not with the offer's.")
    private Optional<String> loginName = Optional.empty();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private final Catalogue catalogue;
    private final Probes probes;
    private final ObjectMapper mapper;

    @Inject
    Check(Catalogue catalogue, Probes probes, ObjectMapper mapper) {
        this.catalogue = catalogue;
        this.probes = probes;
        this.mapper = mapper.copy().enable(SerializationFeature.INDENT_OUTPUT);
        this.spec = CommandLine.Model.CommandSpec.create();
    }

    @Override
    public Integer call() throws JsonProcessingException {
        var out = spec.commandLine().getOut();
        var mailbox = EmailAddress.parse(address);
        var offer = mailbox.flatMap(catalogue::ownOffer);
        if (mailbox.isEmpty() || offer.isEmpty()) {
            spec.commandLine().getErr().println(mailbox.isEmpty() ? "This is no address." : "This domain is not ours.");
            return ExitCode.UNKNOWN;
        }
        try (var secret = TypedPassword.read()) {
            var diagnosis = probes.ask(offer.get(), new Credentials(mailbox.get(), loginName, secret));
            if (json) out.println(mapper.writeValueAsString(asMap(diagnosis)));
            else diagnosis.findings().forEach(finding -> lines(finding).forEach(out::println));
            return exitCode(diagnosis);
        }
    }

    private static int exitCode(Diagnosis diagnosis) {
        if (diagnosis.allWorking()) return ExitCode.FINE;
        var blame = diagnosis.headline().blame();
        return blame == Blame.HOSTER || blame == Blame.NETWORK ? ExitCode.HOSTER : ExitCode.CUSTOMER;
    }

    private static List<String> lines(Finding finding) {
        var lines = new ArrayList<String>();
        lines.add("%-45s %s (%d ms)"
                .formatted(
                        finding.server(),
                        finding.verdict().kind(),
                        finding.took().toMillis()));
        if (!finding.words().isEmpty()) lines.add("    said: " + finding.words());
        finding.encryption().ifPresent(seen -> lines.addAll(TlsReport.lines(seen)));
        return lines;
    }

    private static Map<String, Object> asMap(Diagnosis diagnosis) {
        var map = new LinkedHashMap<String, Object>();
        map.put("headline", diagnosis.headline().kind());
        map.put("blame", diagnosis.headline().blame().key());
        map.put("findings", diagnosis.findings().stream().map(Check::asMap).toList());
        return map;
    }

    private static Map<String, Object> asMap(Finding finding) {
        var map = new LinkedHashMap<String, Object>();
        map.put("protocol", finding.server().protocol().key());
        map.put("host", finding.server().host().name());
        map.put("port", finding.server().port().number());
        map.put("security", finding.server().security().key());
        map.put("verdict", finding.verdict().kind());
        map.put("blame", finding.verdict().blame().key());
        map.put("said", finding.words());
        map.put("milliseconds", finding.took().toMillis());
        finding.encryption().ifPresent(seen -> map.put("tls", TlsReport.asMap(seen)));
        return map;
    }
}
