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
import java.util.stream.Collectors;
import org.postlotse.catalogue.Brand;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.catalogue.Domain;
import org.postlotse.catalogue.Host;
import org.postlotse.catalogue.Provider;
import org.postlotse.catalogue.Server;
import org.postlotse.catalogue.Timeline;
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
        var map = asMap(catalogue.main());
        map.put("time-zone", catalogue.zone().getId());
        map.put("exceptions", exceptions());
        var further = new LinkedHashMap<String, Object>();
        catalogue.brands().stream().skip(1).forEach(brand -> further.put(brand.id(), asMap(brand)));
        if (!further.isEmpty()) map.put("brands", further);
        return map;
    }

    private Map<String, Object> asMap(Brand brand) {
        var map = new LinkedHashMap<String, Object>();
        map.put("public-url", brand.publicUrl().toString());
        map.put("hosts", brand.hosts().stream().map(Host::name).toList());
        map.put("provider", asMap(brand.provider()));
        map.put("servers", servers(brand.servers()));
        map.put("domains", catalogue.domains(brand).stream().map(Domain::name).toList());
        map.put("mx-hosts", catalogue.mxHosts(brand));
        map.put("login-name", brand.loginName().pattern());
        map.put("old-hosts", brand.oldHosts());
        map.put("cut-off", brand.timeline().cutOff().toString());
        map.put("timeline", asMap(brand.timeline()));
        return map;
    }

    private static Map<String, Object> asMap(Provider provider) {
        var who = new LinkedHashMap<String, Object>();
        who.put("id", provider.id().name());
        who.put("name", provider.name());
        who.put("short-name", provider.shortName());
        who.put("webmail", provider.webmail().toString());
        who.put("help", provider.help().toString());
        who.put("phone", provider.phone());
        who.put("hours", provider.hours().usual());
        if (!provider.hours().own().isEmpty())
            who.put(
                    "hours-in",
                    provider.hours().own().entrySet().stream()
                            .collect(Collectors.toMap(own -> own.getKey().toLanguageTag(), Map.Entry::getValue)));
        provider.calendars().ifPresent(url -> who.put("calendars", url.toString()));
        provider.contacts().ifPresent(url -> who.put("contacts", url.toString()));
        provider.passwordPage().ifPresent(url -> who.put("password-page", url.toString()));
        return who;
    }

    private static Map<String, Object> asMap(Timeline timeline) {
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
