package org.postlotse.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.postlotse.catalogue.Domain;
import org.postlotse.catalogue.Server;
import org.postlotse.document.takeover.Takeover.Taken;

/** A configuration made of what a file and some options told. */
final class TakenConfiguration {
    private final Map<String, Object> settings = new LinkedHashMap<>();
    private final Map<String, String> guessed;

    TakenConfiguration(Taken taken, Additions additions) {
        var who = taken.who();
        var domain = who.id().name();
        settings.put("public-url", written(additions.publicUrl(domain)));
        var provider = new LinkedHashMap<String, Object>();
        provider.put("id", domain);
        provider.put("name", written(who.name()));
        provider.put("short-name", written(who.shortName()));
        provider.put("webmail", written(additions.webmail(who.webmail().map(URI::toString), domain)));
        provider.put("help", written(additions.help(who.help().map(URI::toString), domain)));
        provider.put("phone", written(additions.phone()));
        provider.put("hours", written(additions.hours()));
        settings.put("provider", provider);
        settings.put("servers", servers(taken.servers()));
        settings.put("domains", taken.domains().stream().map(Domain::name).toList());
        settings.put("login-name", taken.loginName().pattern());
        settings.put("cut-off", written(additions.cutOff()));
        if (!taken.exceptions().isEmpty()) settings.put("exceptions", exceptions(taken));
        guessed = new TreeMap<>(additions.guessed());
    }

    /** What neither the file nor an option told: keys, and what stands there in its place. */
    Map<String, String> guessed() {
        return guessed;
    }

    /** As it stands in {@code config/application.yaml}. */
    String yaml() {
        var yaml = YAMLMapper.builder()
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .disable(YAMLGenerator.Feature.SPLIT_LINES)
                .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
                .build();
        try {
            return note() + yaml.writeValueAsString(Map.of("postlotse", settings));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private String note() {
        return guessed.isEmpty()
                ? ""
                : "# These were not in the file, and only stand in for your own: " + String.join(", ", guessed.keySet())
                        + "\n";
    }

    /** The settings' reader fills in what begins with a dollar sign; a stranger's file must not ask for that. */
    private static String written(String text) {
        return text.replace("$", "\\$");
    }

    private static List<Map<String, Object>> exceptions(Taken taken) {
        return taken.exceptions().entrySet().stream()
                .map(exception -> {
                    var map = new LinkedHashMap<String, Object>();
                    map.put("for", List.of(exception.getKey().name()));
                    map.put("servers", servers(exception.getValue()));
                    return (Map<String, Object>) map;
                })
                .toList();
    }

    private static List<Map<String, Object>> servers(List<Server> servers) {
        return servers.stream().map(Config::asMap).toList();
    }
}
