package org.postlotse.catalogue;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.source.yaml.YamlConfigSource;
import java.time.Clock;
import java.util.List;

/** A configuration file, read as the product reads it, for other rooms' tests. */
public final class YamlCatalogue {
    private final CatalogueReader reader;

    public YamlCatalogue(String yaml) {
        var config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(CatalogueConfig.class)
                .withSources(new YamlConfigSource("application.yaml", yaml, 100))
                .build()
                .getConfigMapping(CatalogueConfig.class);
        reader = new CatalogueReader(config, new NoExchangers(), List.of(), Clock.systemUTC());
    }

    public List<Fault> faults() {
        return reader.faults();
    }

    public Catalogue catalogue() {
        return reader.catalogue();
    }
}
