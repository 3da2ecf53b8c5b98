package org.postlotse.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.postlotse.evidence.dialect.AllDialects;

/** Every line of the corpus against what the client knows it did: nothing missed, nothing invented, nothing called insecure wrongly. */
class CorpusTest {
    static final Path CORPUS = Path.of("src/test/resources/corpus");
    static final Clock NOW = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    static final List<String> FILES = List.of(
            "dovecot23-default.log",
            "dovecot23-recommended.log",
            "dovecot23-syslog-bsd.log",
            "dovecot23-events.log",
            "dovecot23-proxy.log",
            "postfix37-default.log",
            "postfix37-tlsloglevel1.log",
            "exim496-recommended-mainlog",
            "cyrus36-syslog.log",
            "courier1-syslog.log",
            "journald.json");

    /** One row of labels.tsv. */
    record Truth(
            String event,
            String scenario,
            String service,
            String user,
            String ip,
            int port,
            String tls,
            String version,
            String mechanism,
            String success,
            String note) {}

    static Stream<String> files() {
        return FILES.stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_login_is_read_and_nothing_else(String file) throws IOException {
        var truth = truth(file);
        var seen = seen(file).logins;

        assertThat(seen.keySet()).containsExactlyInAnyOrderElementsOf(expected(file, truth));
    }

    /** Postfix writes a line for each mail: the first of a connection is the log-in. */
    static Collection<Long> expected(String file, Map<Long, Truth> truth) {
        var first = new TreeMap<String, Long>();
        truth.forEach((line, told) -> {
            if (told.event().equals("login") || onlyAnEvent(told))
                first.merge(
                        told.port() == 0 || !file.startsWith("postfix")
                                ? "line " + line
                                : told.scenario() + told.user() + told.port(),
                        line,
                        Math::min);
        });
        return first.values();
    }

    /** Of Postfix' log-ins Dovecot has no line but this one; those of its own have a line beside it. */
    private static boolean onlyAnEvent(Truth told) {
        boolean unrecorded =
                told.service().equals("-"); // a log-in by hand, of which the client's side was not noted down
        boolean successful = told.service().equals("smtp")
                && told.scenario().startsWith("P")
                && told.success().equals("yes");
        return told.event().equals("auth_event") && (unrecorded || successful);
    }

    @ParameterizedTest
    @MethodSource("files")
    void no_line_of_a_known_server_puzzles(String file) throws IOException {
        assertThat(seen(file).puzzling).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void what_a_line_tells_is_read_right(String file) throws IOException {
        var truth = truth(file);
        var wrong = new ArrayList<String>();
        seen(file).logins.forEach((line, login) -> {
            var told = Objects.requireNonNull(truth.get(line));
            compare(told, login)
                    .forEach(fault -> wrong.add(
                            file + ":" + line + " " + told.scenario() + " " + fault + " (" + told.note() + ")"));
        });

        assertThat(wrong).isEmpty();
    }

    /** Where server and client rightly differ, by the name of the scenario. */
    private static boolean serverKnowsBetter(Truth truth, String word) {
        return truth.scenario().contains(word);
    }

    static List<String> compare(Truth truth, SeenLogin login) {
        var faults = new ArrayList<String>();
        if (told(truth.service()) && !login.service().name().equalsIgnoreCase(truth.service()))
            faults.add("service " + login.service());
        boolean otherName = serverKnowsBetter(truth, "master") // the target's mailbox is logged
                || login.user().equals("anonymous");
        if (told(truth.user())
                && !otherName
                && !names(truth.user()).contains(names(login.user()).getFirst()))
            faults.add("user " + login.user() + " for " + truth.user());
        boolean otherAddress = serverKnowsBetter(truth, "trusted-xoip") && !serverKnowsBetter(truth, "untrusted")
                || truth.scenario().endsWith("xclient-trusted")
                || truth.scenario().endsWith("-xclient")
                || truth.scenario().endsWith("-xclient-login"); // the customer's own address is logged
        if (told(truth.ip()) && !otherAddress) {
            if (!login.client().address().equals(truth.ip()))
                faults.add("ip " + login.client().address());
            if (login.client().port() != 0
                    && truth.port() != 0
                    && login.client().port() != truth.port())
                faults.add("port " + login.client().port());
        }
        var protection = login.protection();
        if (told(truth.tls())) {
            // four connections side by side, told apart by their users: anna's are in clear text
            var tls = truth.tls().equals("mixed") ? login.user().startsWith("anna") ? "no" : "yes" : truth.tls();
            if (protection.encryption() == Encryption.TLS && !tls.equals("yes")) faults.add("TLS invented");
            if (protection.encryption() == Encryption.NONE && !tls.equals("no")) faults.add("TLS missed");
        }
        if (!protection.version().isEmpty()
                && told(truth.version())
                && !protection.version().equals(truth.version()))
            faults.add("version " + protection.version() + " for " + truth.version());
        if (!protection.mechanism().isEmpty()
                && told(truth.mechanism())
                && !truth.mechanism().equals("auto") // the program chose by itself
                && !mechanism(truth).equals(protection.mechanism()))
            faults.add("mechanism " + protection.mechanism() + " for " + truth.mechanism());
        return faults;
    }

    /** A user, or those of several connections side by side. */
    private static List<String> names(String users) {
        return List.of(users.toLowerCase(Locale.ROOT).split("\\|"));
    }

    private static boolean told(String value) {
        return !value.equals("-") && !value.equals("?");
    }

    private static String mechanism(Truth truth) {
        return switch (truth.mechanism()) {
            case "LOGINCMD", "USERPASS" -> "PLAIN";
            default -> truth.mechanism();
        };
    }

    @ParameterizedTest
    @MethodSource("files")
    void nobody_is_called_insecure_who_is_not(String file) throws IOException {
        var truth = truth(file);

        assertThat(seen(file).logins.entrySet().stream()
                        .filter(login ->
                                Weakness.of(login.getValue().protection()).isPresent())
                        .map(login -> Objects.requireNonNull(truth.get(login.getKey())))
                        .filter(told -> told.tls().equals("yes")
                                && List.of("LOGINCMD", "USERPASS", "PLAIN", "LOGIN")
                                        .contains(told.mechanism())
                                && List.of("TLSv1.2", "TLSv1.3").contains(told.version())))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "dovecot23-syslog-iso.log, Login: user=",
        "dovecot23-syslog-json.log, Login: user=",
        "dovecot23-syslog-rfc5424.log, Login: user=",
        "journald-short.log, Login: user=",
        "postfix37-syslog-json.log, sasl_username=",
        "exim496-syslog.log, A="
    })
    void every_envelope_is_opened(String file, String login) throws IOException {
        var lines = Files.readAllLines(CORPUS.resolve("envelopes").resolve(file)).stream()
                .filter(line -> line.contains(login) && !line.contains("failed"))
                .count();
        var seen = seen("envelopes/" + file);

        assertThat(lines).isPositive();
        assertThat(seen.logins).hasSize((int) lines);
        assertThat(seen.logins.values())
                .allSatisfy(found -> assertThat(found.time().toString()).startsWith("2026-11-23T08:"));
    }

    static Seen seen(String file) throws IOException {
        var seen = new Seen();
        var reader = new LogReader(AllDialects.list(), ZoneOffset.UTC, NOW, seen);
        var bytes = Files.readAllBytes(CORPUS.resolve(file));
        int from = 0;
        long number = 1;
        for (int i = 0; i < bytes.length; i++)
            if (bytes[i] == '\n') {
                reader.line(bytes, from, i, number++);
                from = i + 1;
            }
        reader.end();
        return seen;
    }

    static Map<Long, Truth> truth(String file) throws IOException {
        var rows = new HashMap<Long, Truth>();
        for (var row : Files.readAllLines(CORPUS.resolve("labels.tsv"), StandardCharsets.UTF_8)) {
            var f = row.split("\t", -1);
            if (f[0].equals(file))
                rows.put(
                        Long.parseLong(f[1]),
                        new Truth(
                                f[2],
                                f[3],
                                f[4],
                                f[5],
                                f[6],
                                f[7].matches("\\d+") ? Integer.parseInt(f[7]) : 0,
                                f[10],
                                f[11],
                                f[13],
                                f[14],
                                f[17]));
        }
        return rows;
    }

    static final class Seen implements Findings {
        final Map<Long, SeenLogin> logins = new HashMap<>();
        final List<String> puzzling = new ArrayList<>();

        @Override
        public void login(SeenLogin login) {
            assertThat(logins.put(login.position(), login)).isNull();
        }

        @Override
        public void client(String session, String id) {}

        @Override
        public void puzzling(String dialect, Entry entry) {
            puzzling.add(dialect + ": " + entry.text(entry.from(), entry.to()));
        }
    }
}
