package org.postlotse.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The quick way, for log-ins that are spelt like an earlier one, finds what the thorough way finds. */
class RepetitionTest {
    private static final String LINE =
            "2026-11-22T08:00:00+00:00 mx dovecot: %s-login: Login: user=<%s>, method=%s, rip=203.0.113.%d, rport=%d, lip=198.51.100.16, lport=%d, mpid=%d, %ssession=<%s>%s";

    static Stream<String> files() {
        return CorpusTest.FILES.stream();
    }

    /** A second time, every line was seen before. */
    @ParameterizedTest
    @MethodSource("files")
    void a_log_read_twice_says_the_same_twice(String file) throws IOException {
        var all = lines(file);
        // whether Postfix tells of TLS at all is known from then on
        var lines =
                new ArrayList<>(all.stream().filter(RepetitionTest::tellsTls).toList());
        lines.addAll(all);
        var once = heard(lines);
        var twice = new ArrayList<>(lines);
        twice.addAll(lines);

        var heard = heard(twice);

        assertThat(heard.subList(0, once.size())).isEqualTo(once);
        // what waits at the end of the first time, and sessions told of twice, differ by nature
        assertThat(heard.subList(once.size(), heard.size())).isSubsetOf(once);
        assertThat(heard).hasSizeGreaterThan(once.size() * 3 / 2);
    }

    /** One reader that has seen them all, against a new one for each line. */
    @Property(tries = 300)
    void lines_that_hardly_differ_are_told_apart(@ForAll Random random) {
        var lines = Stream.generate(() -> line(random)).limit(20).toList();
        var alone = new ArrayList<String>();
        for (var line : lines) alone.addAll(heard(List.of(bytes(line))));

        assertThat(heard(lines.stream().map(RepetitionTest::bytes).toList())).isEqualTo(alone);
    }

    private static String line(Random random) {
        return LINE.formatted(
                one(random, "imap", "pop3"),
                one(random, "anna@hoster.example", "a, mpid=7>", "x>, method=PLAIN", "o, session=<y>"),
                one(random, "PLAIN", "CRAM-MD5"),
                random.nextInt(1, 4),
                random.nextInt(40_000, 40_003),
                random.nextBoolean() ? 143 : 993,
                random.nextInt(1, 4),
                one(random, "", "TLS, ", "secured, ", "TLS, sni=<a, mpid=1, session=<z>, ", "sni=<mail>, "),
                one(random, "bCukWe1gP+XLAHEU", "b", "f92qWe1g4YnLAHEU"),
                one(random, "", "", ", rrip=10.0.0.1", ", rrip=203.0.113.1", ", rrip=10.0.0.1, (proxied)"));
    }

    private static String one(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static List<String> heard(List<byte[]> lines) {
        return Heard.bytes(lines).logins.stream().map(RepetitionTest::words).toList();
    }

    private static String words(SeenLogin login) {
        return login.time() + " " + login.manner().facts() + " " + login.port() + " " + login.session();
    }

    private static byte[] bytes(String line) {
        return line.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean tellsTls(byte[] line) {
        return new String(line, StandardCharsets.ISO_8859_1).contains(" TLS connection established from ");
    }

    private static List<byte[]> lines(String file) throws IOException {
        var lines = new ArrayList<byte[]>();
        try (var stream = Files.newInputStream(CorpusTest.CORPUS.resolve(file))) {
            LogStream.read(
                    stream, (bytes, from, to, position) -> lines.add(java.util.Arrays.copyOfRange(bytes, from, to)));
        }
        return lines;
    }
}
