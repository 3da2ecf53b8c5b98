package org.postlotse.cli;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.catalogue.ConnectionSecurity;
import org.postlotse.catalogue.Domain;
import org.postlotse.catalogue.Host;
import org.postlotse.catalogue.LoginName;
import org.postlotse.catalogue.Offer;
import org.postlotse.catalogue.Port;
import org.postlotse.catalogue.Protocol;
import org.postlotse.catalogue.Provider;
import org.postlotse.catalogue.Server;
import org.postlotse.catalogue.YamlCatalogue;
import org.postlotse.document.WrittenAutoconfig;
import org.postlotse.document.takeover.Takeover.Taken;
import org.postlotse.document.takeover.Takeover.Who;
import org.postlotse.support.Chance;

/** Thousands of files: our own come back whole, and of all others either a right configuration comes or the reason. */
class ImportEverythingTest {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final String NASTY = "aB1 ü漢😀'\"<>&;:#{}[],%@`!*|-$\\~=?e+.";

    @TempDir
    private Path directory;

    @Test
    void what_was_written_from_a_configuration_becomes_the_same_offer_again() {
        Chance.fresh().cases(1_000, ImportEverythingTest::configuration, this::comesBack);
    }

    @Test
    void of_any_file_comes_a_right_configuration_or_the_reason() {
        var statuses = new TreeMap<Integer, Integer>();

        Chance.fresh().cases(2_000, AnyAutoconfig::file, xml -> {
            var imported = Imported.of(directory, xml);
            statuses.merge(imported.status(), 1, Integer::sum);
            taken(imported, xml);
        });

        assertThat(statuses).containsOnlyKeys(0, 1);
        assertThat(statuses.values()).as("both happen often").allMatch(times -> times > 200);
    }

    @Test
    void a_damaged_file_never_breaks_the_command() {
        Chance.fresh().cases(2_000, ImportEverythingTest::damaged, bytes -> {
            var imported = Imported.of(directory, bytes.getBytes(StandardCharsets.ISO_8859_1));
            assertThat(imported.status()).as(imported.err()).isIn(0, 1);
            assertThat(imported.err()).isNotEmpty().doesNotContain("Exception", "\tat ");
        });
    }

    private void comesBack(Taken written) {
        var before = read(new TakenConfiguration(written, new Additions()).yaml());
        var domain = written.domains().getFirst().name();
        var xml = WrittenAutoconfig.of(before, domain);

        var imported = Imported.of(directory, xml);

        assertThat(imported.status()).as(imported.err()).isZero();
        assertThat(imported.err()).doesNotContain("not taken over");
        var after = read(imported.out());
        assertThat(offer(after, domain)).isEqualTo(offer(before, domain));
        assertThat(WrittenAutoconfig.of(after, domain)).isEqualTo(xml);
    }

    private static void taken(Imported imported, String xml) {
        assertThat(imported.err()).doesNotContain("Exception", "\tat ");
        if (imported.status() != 0) {
            assertThat(imported.out()).isEmpty();
            assertThat(imported.err()).isNotBlank();
            return;
        }
        long offered = read(imported.out()).standard().servers().size();
        long refused = imported.err()
                .lines()
                .filter(line -> line.contains(": The server ")
                        && (line.contains("is not taken over") || line.contains("stands there twice")))
                .count();
        assertThat(offered + refused).as(imported.err()).isEqualTo(xml.split("hostname>").length / 2);
    }

    /** The offer, its servers in the order in which autoconfig lists protocols. */
    private static Offer offer(Catalogue catalogue, String domain) {
        var offer = catalogue.offer(new Domain(domain)).orElseThrow();
        var servers =
                offer.servers().stream().sorted(comparing(Server::protocol)).toList();
        return new Offer(offer.domain(), offer.provider(), servers, offer.loginName());
    }

    private static Catalogue read(String yaml) {
        var written = new YamlCatalogue(yaml);
        assertThat(written.faults()).as(yaml).isEmpty();
        return written.catalogue();
    }

    private static Taken configuration(Chance chance) {
        var id = domain(chance);
        var who =
                new Who(id, words(chance, 60), words(chance, 20), Optional.of(page(chance)), Optional.of(page(chance)));
        var domains = chance.list(1, 4, i -> domain(chance)).stream().distinct().toList();
        return new Taken(
                who, domains, servers(chance), chance.one(LoginName.values()), exceptions(chance, domains), List.of());
    }

    private static Map<Domain, List<Server>> exceptions(Chance chance, List<Domain> domains) {
        var exceptions = new LinkedHashMap<Domain, List<Server>>();
        domains.stream()
                .filter(domain -> chance.percent(20))
                .forEach(domain -> exceptions.put(domain, servers(chance)));
        return exceptions;
    }

    private static List<Server> servers(Chance chance) {
        var servers = chance.list(0, 5, i -> server(chance, chance.one(Protocol.values())));
        return java.util.stream.Stream.of(
                        List.of(server(chance, chance.one(Protocol.IMAP, Protocol.POP3))),
                        servers,
                        List.of(server(chance, Protocol.SMTP)))
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    private static Server server(Chance chance, Protocol protocol) {
        var port =
                new Port(chance.percent(50) ? 1 + chance.below(65_535) : chance.one(25, 110, 143, 465, 587, 993, 995));
        var security = port.spoken().orElse(chance.one(ConnectionSecurity.values()));
        return new Server(protocol, new Host(domain(chance).name()), port, security);
    }

    private static Domain domain(Chance chance) {
        return Domain.parse(chance.list(1, 3, i -> chance.percent(10) ? "müller" : chance.word(LETTERS, 1, 12)).stream()
                                .collect(Collectors.joining("."))
                        + chance.one(".example", ".test", ".xn--p1ai"))
                .orElseThrow();
    }

    /** One line, not blank at its ends: that is all that the configuration asks for. */
    private static String words(Chance chance, int longest) {
        var word = chance.word(NASTY, 1, longest / 2).strip().replaceAll(" +", " ");
        return word.isEmpty() || word.contains("%EMAIL") || !Provider.isName(word) ? "x" : word;
    }

    private static URI page(Chance chance) {
        return URI.create(chance.one("https", "http") + "://" + domain(chance) + chance.one("", ":8443") + "/"
                + chance.word("abc/.-_~$&'()*+,;=:@", 0, 12) + chance.one("", "?a=b&c=%20", "#d"));
    }

    private static String damaged(Chance chance) {
        var bytes = AnyAutoconfig.file(chance).getBytes(StandardCharsets.UTF_8);
        int edits = 1 + chance.below(4);
        for (int i = 0; i < edits; i++) bytes[chance.below(bytes.length)] = (byte) chance.below(256);
        int end = chance.percent(20) ? chance.below(bytes.length) : bytes.length;
        return new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
    }
}
