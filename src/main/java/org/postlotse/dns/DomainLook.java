package org.postlotse.dns;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.postlotse.catalogue.Domain;
import org.postlotse.catalogue.Host;
import org.postlotse.dns.DnsRecord.Purpose;
import org.postlotse.dns.DomainFinding.State;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** One look at a domain: every record that ought to be there is asked for, all of them at once. */
final class DomainLook {
    private final Dns dns;
    private final OwnPlace own;
    private final NameLook names;

    DomainLook(Dns dns, OwnPlace own, NameLook names) {
        this.dns = dns;
        this.own = own;
        this.names = names;
    }

    /** @param exchangers the brand's mail exchangers; none where the settings name none */
    DomainReport at(Domain domain, List<DnsRecord> wanted, Set<Host> exchangers) {
        var byName = wanted.stream()
                .collect(Collectors.groupingBy(
                        record -> record.type() + " " + record.name(), LinkedHashMap::new, Collectors.toList()));
        var looks = new ArrayList<Callable<DomainFinding>>();
        looks.add(() -> mail(domain, exchangers));
        byName.values()
                .forEach(records -> looks.add(() -> look(records.getFirst().name(), records)));
        return new DomainReport(domain, atOnce(looks));
    }

    private DomainFinding look(String name, List<DnsRecord> records) {
        return switch (records.getFirst().purpose()) {
            case AUTOCONFIG, AUTODISCOVER, PACC -> names.look(name, records);
            case PACC_DIGEST, DAV_PATH -> text(name, records);
            case AUTODISCOVER_SERVICE, SERVER, NO_SERVER, DAV -> service(name, records);
        };
    }

    private DomainFinding mail(Domain domain, Set<Host> exchangers) {
        return switch (dns.ask(Names.of(domain.name()), Type.MX)) {
            case DnsAnswer.Found found -> {
                var hosts = found.records().stream()
                        .map(MXRecord.class::cast)
                        .map(record -> record.getTarget().toString(true))
                        .toList();
                boolean ours = hosts.stream()
                        .flatMap(host -> Host.parse(host).stream())
                        .anyMatch(exchangers::contains);
                var state = exchangers.isEmpty() ? State.TOLD : ours ? State.RIGHT : State.ELSEWHERE;
                yield new DomainFinding(domain.name(), "MX", List.of(), state, hosts, Optional.empty());
            }
            case DnsAnswer.None none ->
                new DomainFinding(
                        domain.name(),
                        "MX",
                        List.of(),
                        exchangers.isEmpty() ? State.TOLD : State.MISSING,
                        List.of(),
                        Optional.empty());
            case DnsAnswer.Silent silent ->
                new DomainFinding(
                        domain.name(), "MX", List.of(), State.UNKNOWN, List.of(silent.why()), Optional.empty());
        };
    }

    private DomainFinding service(String name, List<DnsRecord> wanted) {
        return switch (dns.ask(Names.of(name), Type.SRV)) {
            case DnsAnswer.Found found -> {
                var services =
                        found.records().stream().map(SRVRecord.class::cast).toList();
                var seen = services.stream().map(SRVRecord::rdataToString).toList();
                yield finding(name, wanted, judged(services, wanted), seen);
            }
            case DnsAnswer.None none -> finding(name, wanted, State.ADVISED, List.of());
            case DnsAnswer.Silent silent -> finding(name, wanted, State.UNKNOWN, List.of(silent.why()));
        };
    }

    /** Any one that fits is enough: while a document changes, the old one's stands beside the new one's. */
    private DomainFinding text(String name, List<DnsRecord> wanted) {
        return switch (dns.ask(Names.of(name), Type.TXT)) {
            case DnsAnswer.Found found -> {
                var texts = found.records().stream()
                        .map(TXTRecord.class::cast)
                        .map(record -> String.join("", record.getStrings()))
                        .toList();
                var due = wanted.getFirst().data().replace("\"", "");
                boolean right = texts.stream().anyMatch(text -> same(text, due));
                yield text(name, wanted, right ? State.RIGHT : State.WRONG, texts);
            }
            case DnsAnswer.None none -> text(name, wanted, State.ADVISED, List.of());
            case DnsAnswer.Silent silent -> text(name, wanted, State.UNKNOWN, List.of(silent.why()));
        };
    }

    private static boolean same(String text, String due) {
        var digest = PaccTags.digest(due);
        return digest.isPresent() ? digest.equals(PaccTags.digest(text)) : text.equals(due);
    }

    private static DomainFinding text(String name, List<DnsRecord> wanted, State state, List<String> seen) {
        return new DomainFinding(name.substring(0, name.length() - 1), "TXT", wanted, state, seen, Optional.empty());
    }

    /** Priorities and weights are the domain's own business; where its records lead to is not. */
    private State judged(List<SRVRecord> services, List<DnsRecord> wanted) {
        if (wanted.getFirst().purpose() == Purpose.AUTODISCOVER_SERVICE)
            return services.stream().allMatch(this::leadsToUs) ? State.RIGHT : State.ELSEWHERE;
        var there = services.stream().map(DomainLook::end).collect(Collectors.toSet());
        var due = wanted.stream().map(record -> end(record.data())).collect(Collectors.toSet());
        return there.equals(due) ? State.RIGHT : State.WRONG;
    }

    private boolean leadsToUs(SRVRecord service) {
        return Host.parse(service.getTarget().toString(true))
                .filter(own.hosts()::contains)
                .isPresent();
    }

    private static String end(SRVRecord service) {
        return end(service.rdataToString());
    }

    /** Port and target of {@code 0 1 993 imap.example.org.}; of a service that there is not, the dot. */
    private static String end(String data) {
        var parts = data.split(" ");
        return parts[3].equals(".") ? "." : parts[2] + " " + parts[3].toLowerCase(java.util.Locale.ROOT);
    }

    private static DomainFinding finding(String name, List<DnsRecord> wanted, State state, List<String> seen) {
        return new DomainFinding(name.substring(0, name.length() - 1), "SRV", wanted, state, seen, Optional.empty());
    }

    private static List<DomainFinding> atOnce(List<Callable<DomainFinding>> looks) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var findings = new ArrayList<DomainFinding>();
            for (var look : threads.invokeAll(looks)) findings.add(look.get());
            return findings;
        } catch (ExecutionException ours) {
            throw new IllegalStateException(ours.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
