package org.postlotse.catalogue;

import java.util.List;
import java.util.Optional;
import org.postlotse.catalogue.CatalogueConfig.ProviderConfig;
import org.postlotse.catalogue.CatalogueConfig.ServerConfig;
import org.postlotse.catalogue.CatalogueConfig.TimelineConfig;

/** What the main brand writes at the top of the configuration, and every further one below {@code brands.<id>}. */
interface BrandConfig {
    Optional<String> publicUrl();

    Optional<List<String>> hosts();

    ProviderConfig provider();

    Optional<List<ServerConfig>> servers();

    Optional<List<String>> domains();

    Optional<String> domainFile();

    Optional<List<String>> mxHosts();

    Optional<String> loginName();

    Optional<List<String>> oldHosts();

    Optional<String> cutOff();

    TimelineConfig timeline();
}
