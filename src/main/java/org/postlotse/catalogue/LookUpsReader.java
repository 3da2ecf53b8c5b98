package org.postlotse.catalogue;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads in which order domains are looked up; by default what is quick comes first. */
final class LookUpsReader {
    private static final String KEY = "postlotse.domain-sources";
    private static final List<String> USUAL = List.of(ListedDomains.ID, FileDomains.ID, "sql", "ldap", MxDomains.ID);

    private final Reading reading;
    private final List<BrandDomains> brands;
    private final List<DomainSource> sources;
    private final Clock clock;

    /** @param sources those whose settings are there */
    LookUpsReader(Reading reading, List<BrandDomains> brands, List<DomainSource> sources, Clock clock) {
        this.reading = reading;
        this.brands = brands;
        this.sources = sources;
        this.clock = clock;
    }

    LookUps read(Set<String> exceptions, Optional<List<String>> written) {
        var there = new ArrayList<LookUp>();
        there.add(new ListedDomains(brands, exceptions));
        if (brands.stream().anyMatch(brand -> brand.file().isPresent())) there.add(new FileDomains(brands));
        var ids = brands.stream().map(brand -> brand.brand().id()).collect(Collectors.toSet());
        sources.forEach(source -> there.add(new RememberedSource(source, ids, clock)));
        var order = written.map(names -> order(names, there)).orElse(USUAL);
        return new LookUps(order.stream()
                .flatMap(id -> there.stream().filter(step -> step.id().equals(id)))
                .toList());
    }

    private List<String> order(List<String> names, List<LookUp> there) {
        var ids = there.stream().map(LookUp::id).toList();
        var order = reading.each(KEY, Optional.of(names), Optional::of, "the name of a source");
        var seen = new HashSet<String>();
        boolean whole = reading.faults().isEmpty(); // else settings may be there and only be wrong
        for (int i = 0; i < order.size(); i++) {
            var name = order.get(i);
            var key = KEY + "[" + i + "]";
            if (!USUAL.contains(name))
                reading.fault(key, "is “" + name + "”; write one of " + String.join(", ", USUAL));
            else if (whole && !ids.contains(name))
                reading.fault(key, "is “" + name + "”, for which there are no settings; write them or leave it out");
            else if (!seen.add(name)) reading.fault(key, "is “" + name + "” a second time; write each source once");
        }
        return order;
    }
}
