package org.postlotse.guide;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.quarkus.runtime.util.ClassPathUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.postlotse.catalogue.Fault;

/** The files of the folder {@code clients}, each read as YAML. Nothing but their names says what they are. */
final class GuideFiles {
    static final String FOLDER = "clients";
    static final String COMMON = "common";
    static final String LABELS = "labels";

    private static final Pattern NAME = Pattern.compile("([a-z0-9-]+)(?:\\.([a-z]{2,3}|labels))?\\.yaml");
    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory()).enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private final SortedMap<String, Node> files = new TreeMap<>();
    private final List<Fault> faults;

    private GuideFiles(List<Fault> faults) {
        this.faults = faults;
    }

    /** Reads the folder wherever it lies on the class path: in a jar, too. */
    static GuideFiles onClassPath(List<Fault> faults) {
        var found = new GuideFiles(faults);
        try {
            ClassPathUtils.consumeAsPaths(FOLDER, found::addFolder);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return found;
    }

    static GuideFiles in(Path folder, List<Fault> faults) {
        var found = new GuideFiles(faults);
        found.addFolder(folder);
        return found;
    }

    /** The ids of all guides, in order of their names. */
    SortedSet<String> ids() {
        var ids = new TreeSet<String>();
        for (var name : files.keySet())
            part(name, 1).filter(id -> !id.equals(COMMON)).ifPresent(ids::add);
        return ids;
    }

    /** The languages in which a guide, or what is common to all, is written. */
    Set<String> languages(String id) {
        var languages = new TreeSet<String>();
        for (var name : files.keySet())
            if (part(name, 1).filter(id::equals).isPresent())
                part(name, 2).filter(suffix -> !suffix.equals(LABELS)).ifPresent(languages::add);
        return languages;
    }

    /** {@code <id>.yaml}; noted when it is missing. */
    Optional<Node> plan(String id) {
        return file(id + ".yaml");
    }

    /** {@code <id>.labels.yaml}; noted when it is missing. */
    Optional<Node> labels(String id) {
        return file(id + "." + LABELS + ".yaml");
    }

    /** {@code <id>.<language>.yaml}; noted when it is missing. */
    Optional<Node> texts(String id, Locale language) {
        return file(id + "." + language.toLanguageTag() + ".yaml");
    }

    private Optional<Node> file(String name) {
        var file = Optional.ofNullable(files.get(name));
        if (file.isEmpty()) faults.add(new Fault(FOLDER + "/" + name, "is missing"));
        return file;
    }

    private void addFolder(Path folder) {
        try (var paths = Files.list(folder)) {
            var names = new ArrayList<>(paths.toList());
            names.sort(null);
            for (var path : names) add(path);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void add(Path path) throws IOException {
        var name = String.valueOf(path.getFileName());
        var place = FOLDER + "/" + name;
        if (!name.endsWith(".yaml") && !name.endsWith(".yml")) return;
        if (part(name, 1).isEmpty()) {
            faults.add(new Fault(place, "is none of <id>.yaml, <id>.labels.yaml, <id>.<language>.yaml"));
            return;
        }
        try (var in = Files.newInputStream(path)) {
            files.put(name, new Node(place, YAML.readTree(in), faults));
        } catch (JsonProcessingException notYaml) {
            faults.add(new Fault(place, "is not YAML: " + notYaml.getOriginalMessage() + at(notYaml)));
        }
    }

    private static String at(JsonProcessingException fault) {
        return fault.getLocation() == null
                ? ""
                : " (line " + fault.getLocation().getLineNr() + ")";
    }

    private static Optional<String> part(String name, int group) {
        var matcher = NAME.matcher(name);
        return matcher.matches() ? Optional.ofNullable(matcher.group(group)) : Optional.empty();
    }
}
