package org.postlotse.dns;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.postlotse.dns.Resolvers.Heard;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Reads what resolvers say: which records there are behind whatever aliases, and for how long that may be believed. */
@Singleton
class Dns {
    private static final int MOST_ALIASES = 8;
    private static final Duration LONGEST = Duration.ofDays(7);
    /** A "no" that does not say for how long (RFC 2308 §2.1.1). */
    private static final Duration UNSAID = Duration.ofMinutes(1);

    private final Resolvers resolvers;

    @Inject
    Dns(Resolvers resolvers) {
        this.resolvers = resolvers;
    }

    /** The records of a type under a name (RFC 1034 §3.6.2). */
    DnsAnswer ask(Name name, int type) {
        return follow(name, type, new HashSet<>(), LONGEST);
    }

    private DnsAnswer follow(Name name, int type, Set<Name> aliases, Duration keep) {
        return switch (resolvers.hear(name, type)) {
            case Heard.Nothing nothing -> new DnsAnswer.Silent(nothing.why());
            case Heard.Something something -> read(something.message(), name, type, aliases, keep);
        };
    }

    private DnsAnswer read(Message message, Name asked, int type, Set<Name> aliases, Duration keep) {
        var at = asked;
        var shortest = keep;
        while (true) {
            var name = at;
            var found = message.getSection(Section.ANSWER).stream()
                    .filter(each -> each.getType() == type && each.getName().equals(name))
                    .toList();
            if (!found.isEmpty()) return new DnsAnswer.Found(found, name, shorter(shortest, found.getFirst()));
            var alias = alias(message, name);
            if (alias.isEmpty()) break;
            if (!aliases.add(name) || aliases.size() > MOST_ALIASES)
                return new DnsAnswer.Silent("aliases in a circle, or too many");
            shortest = shorter(shortest, alias.get());
            at = alias.get().getTarget();
        }
        var soa = soa(message);
        boolean denied = at.equals(asked) || message.getRcode() == Rcode.NXDOMAIN || soa.isPresent();
        return denied
                ? new DnsAnswer.None(soa.map(Dns::negative).orElse(UNSAID))
                : follow(at, type, aliases, shortest); // the resolver left the alias to us
    }

    private static Optional<CNAMERecord> alias(Message message, Name name) {
        return message.getSection(Section.ANSWER).stream()
                .filter(each -> each.getType() == Type.CNAME && each.getName().equals(name))
                .map(CNAMERecord.class::cast)
                .findFirst();
    }

    private static Optional<SOARecord> soa(Message message) {
        return message.getSection(Section.AUTHORITY).stream()
                .filter(SOARecord.class::isInstance)
                .map(SOARecord.class::cast)
                .findFirst();
    }

    /** RFC 2308 §5: the lesser of the record's own time and its minimum field. */
    private static Duration negative(SOARecord soa) {
        return Duration.ofSeconds(Math.min(soa.getTTL(), soa.getMinimum()));
    }

    private static Duration shorter(Duration keep, Record other) {
        var own = Duration.ofSeconds(other.getTTL());
        return own.compareTo(keep) < 0 ? own : keep;
    }
}
