package org.postlotse.catalogue;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** A source of domains whose replies are remembered. */
final class RememberedSource implements LookUp {
    private final String id;
    private final Memory<Domain, String> brands;

    /** @param known the ids of all brands */
    RememberedSource(DomainSource source, Set<String> known, Clock clock) {
        this.id = source.id();
        this.brands = new Memory<>("of domains, " + source.id(), domain -> said(source.ask(domain), known), clock);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Optional<String> brandOf(Domain domain) {
        return brands.of(domain);
    }

    @Override
    public Optional<String> complaint() {
        return brands.complaint();
    }

    private static Memory.Said<String> said(DomainReply reply, Set<String> known) {
        return switch (reply) {
            case DomainReply.Ours ours
            when known.contains(ours.brand()) -> new Memory.Said.Yes<>(ours.brand(), ours.keep());
            case DomainReply.Ours ours ->
                new Memory.Said.Nothing<>("says brand “" + ours.brand() + "”, which there is not");
            case DomainReply.Unknown unknown -> new Memory.Said.No<>(unknown.keep());
            case DomainReply.Silent silent -> new Memory.Said.Nothing<>(silent.why());
        };
    }
}
