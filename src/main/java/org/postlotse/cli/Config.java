package org.postlotse.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.catalogue.Domain;
import org.postlotse.catalogue.Server;
import picocli.CommandLine;

/** Prints the catalogue as it is understood; that it starts at all means that the configuration has no fault. */
@Singleton
@CommandLine.Command(
        name = "config",
        mixinStandardHelpOptions = true,
        description = "Checks the configuration and prints the effective catalogue as YAML.")
class Config implements Main.Command, Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    private final Catalogue catalogue;

    @Inject
    Config(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        var yaml = YAMLMapper.builder()
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                .build();
        spec.commandLine().getOut().print(yaml.writeValueAsString(Map.of("postlotse", asMap())));
        spec.commandLine().getOut().flush();
        return ExitCode.FINE;
    }

    private Map<String, Object> asMap() {
        var provider = catalogue.provider();
        var map = new LinkedHashMap<String, Object>();
        map.put("public-url", catalogue.publicUrl().toString());
        var who = new LinkedHashMap<String, Object>();
        who.put("id", provider.id().name());
        who.put("name", provider.name());
        who.put("short-name", provider.shortName());
        who.put("webmail", provider.webmail().toString());
        who.put("help", provider.help().toString());
        who.put("phone", provider.phone());
        who.put("hours", provider.hours());
        map.put("provider", who);
        map.put("servers", servers(catalogue.standard().servers()));
        map.put(
                "domains",
                catalogue.domains().stream().map(Domain::name).sorted().toList());
        map.put("mx-hosts", catalogue.mxHosts());
        map.put("login-name", catalogue.standard().loginName().pattern());
        map.put("old-hosts", catalogue.oldHosts());
        map.put("cut-off", catalogue.timeline().cutOff().toString());
        map.put("timeline", timeline());
        map.put("time-zone", catalogue.zone().getId());
        map.put("exceptions", exceptions());
        return map;
    }

    private Map<String, Object> timeline() {
        var timeline = catalogue.timeline();
        var map = new LinkedHashMap<String, Object>();
        timeline.announced().ifPresent(day -> map.put("announced", day.toString()));
        timeline.mailsFrom().ifPresent(day -> map.put("mails-from", day.toString()));
        map.put(
                "rehearsals",
                timeline.rehearsals().stream()
                        .map(rehearsal -> Map.of(
                                "from",
                                rehearsal.from().toString(),
                                "to",
                                rehearsal.to().toString()))
                        .toList());
        return map;
    }

    private List<Map<String, Object>> exceptions() {
        return catalogue.exceptions().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(exception -> {
                    var map = new LinkedHashMap<String, Object>();
                    map.put("for", List.of(exception.getKey()));
                    map.put("servers", servers(exception.getValue()));
                    return (Map<String, Object>) map;
                })
                .toList();
    }

    private static List<Map<String, Object>> servers(List<Server> servers) {
        return servers.stream().map(Config::asMap).toList();
    }

    /** A server as the configuration writes it. */
    static Map<String, Object> asMap(Server server) {
        var map = new LinkedHashMap<String, Object>();
        map.put("protocol", server.protocol().key());
        map.put("host", server.host().name());
        map.put("port", server.port().number());
        map.put("security", server.security().key());
        return map;
    }
}
