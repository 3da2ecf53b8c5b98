package org.postlotse.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.postlotse.catalogue.EmailAddress;

/** Log-ins in memory: only what readers need, so that tests see what was counted. */
public final class MemoryLogins implements Logins {
    /** Log-ins by mailbox, fingerprint and day, as text. */
    final Map<String, Integer> counted = new TreeMap<>();

    private final Map<String, Position> positions = new HashMap<>();

    private final Map<String, String> batches = new TreeMap<>();

    final List<PortUse> uses = new ArrayList<>();

    @Override
    public List<PortUse> portUses(LocalDate since) {
        return uses;
    }

    @Override
    public Optional<String> readFrom(String batch) {
        return Optional.ofNullable(batches.get(batch));
    }

    @Override
    public void forgetBatches(Instant before) {
        batches.clear();
    }

    @Override
    public void keep(Collection<Sighting> sightings, Collection<PortUse> more, Optional<Position> position) {
        uses.addAll(more);
        for (var sighting : sightings)
            sighting.days()
                    .forEach((day, count) -> counted.merge(
                            sighting.mailbox().normalised() + " " + words(sighting.fingerprint()) + " " + day,
                            count,
                            Integer::sum));
        counted.values().removeIf(count -> count == 0);
        position.ifPresent(reached -> {
            positions.put(reached.mark(), reached);
            reached.batches().forEach(batch -> batches.put(batch, reached.mark()));
        });
    }

    static String words(Fingerprint how) {
        return how.protocol() + " " + how.encryption() + " " + how.obsoleteTls() + " " + how.mechanism() + " "
                + how.oldName() + " [" + how.client() + "]";
    }

    /** Of all mailboxes. */
    public int logins() {
        return counted.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The same, whatever the programs called themselves. */
    Map<String, Integer> anonymous() {
        var all = new TreeMap<String, Integer>();
        counted.forEach((key, count) -> all.merge(key.replaceFirst(" \\[.*]", ""), count, Integer::sum));
        return all;
    }

    @Override
    public Optional<Position> position(String mark) {
        return Optional.ofNullable(positions.get(mark));
    }

    @Override
    public List<Device> devices(EmailAddress mailbox) {
        return new ArrayList<>();
    }

    @Override
    public List<Day> days(EmailAddress mailbox) {
        return new ArrayList<>();
    }

    @Override
    public List<Device> insecure(Lately lately, String after, int most) {
        return new ArrayList<>();
    }

    @Override
    public Map<String, Long> insecureMailboxes(Lately lately) {
        return Map.of();
    }

    @Override
    public Census census(Instant since) {
        return new Census(0, 0, 0, List.of());
    }

    @Override
    public Optional<Instant> latest() {
        return Optional.empty();
    }

    @Override
    public int forget(EmailAddress mailbox) {
        return 0;
    }

    @Override
    public int shorten(Instant before) {
        return 0;
    }

    @Override
    public byte[] digestKey() {
        return new byte[32];
    }

    @Override
    public int expire(LocalDate before) {
        return 0;
    }
}
