package org.postlotse.catalogue;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads all brands, and says what two of them claim. */
final class BrandsReader {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

    private final Reading reading;
    private final boolean askedElsewhere;
    private final Clock clock;
    private final List<BrandDomains> brands = new ArrayList<>();
    private final Map<String, String> claims = new HashMap<>();

    /** @param askedElsewhere whether a database or a directory knows domains, so that the settings need not */
    BrandsReader(Reading reading, boolean askedElsewhere, Clock clock) {
        this.reading = reading;
        this.askedElsewhere = askedElsewhere;
        this.clock = clock;
    }

    /** The main brand first, the others by their ids; not whole when there are faults. */
    List<BrandDomains> read(CatalogueConfig config) {
        var main = BrandReader.main(reading).read(config);
        add(Brand.MAIN, "postlotse.", config, main);
        new TreeMap<>(config.brands()).forEach((id, written) -> {
            if (!ID.matcher(id).matches() || id.equals(Brand.MAIN))
                reading.fault(
                        "postlotse.brands." + id,
                        "is no name for a brand; write lower-case letters, digits and hyphens, but not “" + Brand.MAIN
                                + "”, which the settings at the top are for");
            else
                add(
                        id,
                        "postlotse.brands." + id + ".",
                        written,
                        BrandReader.further(reading, id, main).read(written));
        });
        return List.copyOf(brands);
    }

    private void add(String id, String prefix, BrandConfig config, Optional<Brand> read) {
        var domains = reading.each(prefix + "domains", config.domains(), Domain::parse, Written.DOMAIN);
        var mxHosts = reading.each(prefix + "mx-hosts", config.mxHosts(), Host::parse, Written.HOST);
        var file = reading.optional(prefix + "domain-file", config.domainFile(), BrandsReader::path, "a file's name")
                .map(path -> DomainFile.open(path, clock));
        file.flatMap(DomainFile::fault)
                .ifPresent(fault -> reading.fault(
                        prefix + "domain-file",
                        "is “" + config.domainFile().orElse("").strip() + "”; write one domain on each line: "
                                + fault));
        if (config.domains().isEmpty() && config.mxHosts().isEmpty() && file.isEmpty() && !askedElsewhere)
            reading.fault(
                    prefix + "domains",
                    "is missing; list the mail domains that you serve, or write " + prefix + "mx-hosts or " + prefix
                            + "domain-file");
        claim(id, prefix + "domains", "mail domain", domains);
        claim(id, prefix + "mx-hosts", "MX host", mxHosts);
        read.ifPresent(brand -> {
            claim(id, prefix + "public-url or " + prefix + "hosts", "host of pages", brand.hosts());
            claim(
                    id,
                    prefix + "provider.id",
                    "provider's id",
                    List.of(brand.provider().id()));
            brands.add(new BrandDomains(brand, new HashSet<>(domains), file, new HashSet<>(mxHosts)));
        });
    }

    private static Optional<Path> path(String written) {
        try {
            return Optional.of(Path.of(written));
        } catch (InvalidPathException notAName) {
            return Optional.empty();
        }
    }

    private void claim(String id, String key, String what, List<?> names) {
        for (var name : names) {
            var first = claims.putIfAbsent(what + " " + name, id);
            if (first != null && !first.equals(id))
                reading.fault(
                        key,
                        "is “" + name + "”, which the brand “" + first + "” has already; write each " + what
                                + " with one brand only");
        }
    }
}
