package org.postlotse.cli;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.postlotse.catalogue.Fault;
import org.postlotse.catalogue.SettingsCheck;

/** Finds keys that no room reads: a misspelt key would otherwise be a setting that silently does nothing. */
@Singleton
class UnknownKeys implements SettingsCheck {
    private static final String OURS = "postlotse.";
    private static final String ANY_BRAND = "postlotse.brands.*";
    private static final int MOST_SLIPS = 4;

    private final Config config;
    private final BeanManager beans;

    @Inject
    UnknownKeys(Config config, BeanManager beans) {
        this.config = config;
        this.beans = beans;
    }

    @Override
    public List<Fault> faults() {
        var known = known();
        return written()
                .filter(key -> !known.contains(pattern(key)) && !known.contains(anyBeside(pattern(key))))
                .map(key -> new Fault(
                        key,
                        "is not a setting" + suggestion(pattern(key), known).replace(ANY_BRAND, brand(key))))
                .toList();
    }

    /** What stands in files and on the command line; the environment's spelling is too vague to judge. */
    private Stream<String> written() {
        return StreamSupport.stream(
                        config.unwrap(SmallRyeConfig.class).getConfigSources().spliterator(), false)
                .filter(source -> !(source instanceof EnvConfigSource))
                .map(ConfigSource::getPropertyNames)
                .flatMap(Set::stream)
                .filter(key -> key.startsWith(OURS))
                .sorted()
                .distinct();
    }

    /** Every key that a room's configuration mapping reads, {@code postlotse.servers[*].port}. */
    private Set<String> known() {
        return beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .flatMap(bean -> bean.getTypes().stream())
                .filter(Class.class::isInstance)
                .<Class<?>>map(type -> (Class<?>) type)
                .filter(type -> type.isAnnotationPresent(ConfigMapping.class)
                        && type.getName().startsWith("org.postlotse."))
                .distinct()
                .map(ConfigMappings.ConfigClass::configClass)
                .flatMap(mapping -> ConfigMappings.getProperties(mapping).keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The beginning of a brand's keys, as far as this key has it. */
    private static String brand(String key) {
        var parts = key.split("\\.", 4);
        return parts.length < 3 ? key : String.join(".", parts[0], parts[1], parts[2]);
    }

    private static String pattern(String key) {
        return key.replaceAll("\\[[0-9]+]", "[*]").replaceFirst("^postlotse\\.brands\\.[^.]+", ANY_BRAND);
    }

    /** Where the hoster chooses the last part, such as a language. */
    private static String anyBeside(String key) {
        return key.substring(0, key.lastIndexOf('.') + 1) + "*";
    }

    private static String suggestion(String key, Set<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(candidate -> slips(key, candidate)))
                .filter(candidate -> slips(key, candidate) <= MOST_SLIPS)
                .map(candidate -> "; did you mean " + candidate + "?")
                .orElse("; the settings are listed in configuration.md");
    }

    /** How many characters differ (Levenshtein's distance). */
    private static int slips(String one, String other) {
        var row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) row[j] = j;
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j - 1], row[j]));
            }
        }
        return row[other.length()];
    }
}
