package org.postlotse.catalogue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** Says of a domain whether its mail is delivered to the hoster, and remembers the answer for a while. */
final class OwnedByMx implements Predicate<Domain> {
    private static final int MOST_REMEMBERED = 10_000;
    private static final Duration YES = Duration.ofHours(1);
    private static final Duration NO = Duration.ofMinutes(10);
    private static final Duration NO_ANSWER = Duration.ofSeconds(30);

    private final Set<Host> ownExchangers;
    private final MailExchangers dns;
    private final Clock clock;
    private final Map<Domain, Remembered> memory = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Domain, Remembered> eldest) {
            return size() > MOST_REMEMBERED;
        }
    });

    OwnedByMx(Set<Host> ownExchangers, MailExchangers dns, Clock clock) {
        this.ownExchangers = Set.copyOf(ownExchangers);
        this.dns = dns;
        this.clock = clock;
    }

    /** The hosts that it looks for, in alphabetical order. */
    List<String> hosts() {
        return ownExchangers.stream().map(Host::name).sorted().toList();
    }

    private record Remembered(boolean ours, Instant until) {}

    @Override
    public boolean test(Domain domain) {
        if (ownExchangers.isEmpty()) return false;
        var known = memory.get(domain);
        if (known != null && clock.instant().isBefore(known.until())) return known.ours();
        var fresh = ask(domain);
        memory.put(domain, fresh);
        return fresh.ours();
    }

    private Remembered ask(Domain domain) {
        var now = clock.instant();
        try {
            boolean ours = dns.of(domain).stream().anyMatch(ownExchangers::contains);
            return new Remembered(ours, now.plus(ours ? YES : NO));
        } catch (TimeoutException silent) {
            return new Remembered(false, now.plus(NO_ANSWER));
        }
    }
}
