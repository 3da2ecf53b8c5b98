package org.postlotse.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads all brands, and says what two of them claim. */
final class BrandsReader {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

    private final Reading reading;
    private final Function<Set<Host>, OwnedByMx> byMx;
    private final List<BrandDomains> brands = new ArrayList<>();
    private final Map<String, String> claims = new HashMap<>();

    BrandsReader(Reading reading, Function<Set<Host>, OwnedByMx> byMx) {
        this.reading = reading;
        this.byMx = byMx;
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
        if (config.domains().isEmpty() && config.mxHosts().isEmpty())
            reading.fault(
                    prefix + "domains", "is missing; list the mail domains that you serve, or " + prefix + "mx-hosts");
        claim(id, prefix + "domains", "mail domain", domains);
        claim(id, prefix + "mx-hosts", "MX host", mxHosts);
        read.ifPresent(brand -> {
            claim(id, prefix + "public-url or " + prefix + "hosts", "host of pages", brand.hosts());
            claim(
                    id,
                    prefix + "provider.id",
                    "provider's id",
                    List.of(brand.provider().id()));
            brands.add(new BrandDomains(brand, new HashSet<>(domains), byMx.apply(Set.copyOf(new HashSet<>(mxHosts)))));
        });
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
