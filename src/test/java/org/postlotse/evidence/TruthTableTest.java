package org.postlotse.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.postlotse.evidence.CorpusTest.Seen;
import org.postlotse.evidence.CorpusTest.Truth;
import org.postlotse.evidence.dialect.AllDialects;

/** How much of what is true is found, and how much of what is found is true, for each log of the corpus. */
class TruthTableTest {
    private static final String POSTED = "dovecot23-http-policy-and-events.jsonl";
    private static final String FORM = "%-34s %7d %7d %9.4f %7.4f %6d %6d %8d%n";

    /** One log, measured. */
    private record Row(
            String log, int logins, int found, int right, long insecure, long wronglyInsecure, long unknown) {
        double precision() {
            return found == 0 ? 0 : (double) right / found;
        }

        double recall() {
            return logins == 0 ? 0 : (double) right / logins;
        }
    }

    @Test
    void nothing_is_missed_and_nothing_invented() throws IOException {
        var rows = new ArrayList<Row>();
        for (var file : CorpusTest.FILES) {
            var truth = CorpusTest.truth(file);
            rows.add(row(file, truth, CorpusTest.expected(file, truth), CorpusTest.seen(file)));
        }
        rows.add(posted("events posted", "/event", "login", "auth_event"));
        rows.add(posted("auth-policy reports posted", "/auth?command=report", "policy_report"));

        System.out.printf(
                "%-34s %7s %7s %9s %7s %6s %6s %8s%n",
                "log", "log-ins", "found", "precision", "recall", "weak", "wrong", "not told");
        for (var row : rows)
            System.out.printf(
                    java.util.Locale.ROOT,
                    FORM,
                    row.log(),
                    row.logins(),
                    row.found(),
                    row.precision(),
                    row.recall(),
                    row.insecure(),
                    row.wronglyInsecure(),
                    row.unknown());
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.precision()).as(row.log()).isEqualTo(1.0);
            assertThat(row.recall()).as(row.log()).isEqualTo(1.0);
            assertThat(row.wronglyInsecure()).as(row.log()).isZero();
        });
    }

    private static Row row(String log, Map<Long, Truth> truth, Collection<Long> expected, Seen seen) {
        var wanted = new HashSet<>(expected);
        int right = 0;
        long weak = 0;
        long wrong = 0;
        long unknown = 0;
        for (var found : seen.logins.entrySet()) {
            var told = truth.get(found.getKey());
            if (told == null) continue;
            if (wanted.contains(found.getKey())
                    && CorpusTest.compare(told, found.getValue()).isEmpty()) right++;
            boolean insecure = Weakness.of(found.getValue().protection()).isPresent();
            if (insecure) weak++;
            if (insecure && isSecure(told)) wrong++;
            if (found.getValue().protection().encryption() == Encryption.UNKNOWN) unknown++;
        }
        return new Row(log, wanted.size(), seen.logins.size(), right, weak, wrong, unknown);
    }

    private static boolean isSecure(Truth told) {
        return told.tls().equals("yes")
                && List.of("LOGINCMD", "USERPASS", "PLAIN", "LOGIN").contains(told.mechanism())
                && List.of("TLSv1.2", "TLSv1.3").contains(told.version());
    }

    /** What Dovecot posted, as lines: an event as it came, a report as the door for it writes it down. */
    private static Row posted(String name, String path, String... events) throws IOException {
        var truth = CorpusTest.truth(POSTED);
        var seen = new Seen();
        var reader = new LogReader(AllDialects.list(), ZoneOffset.UTC, CorpusTest.NOW, seen);
        var json = new ObjectMapper();
        var expected = new ArrayList<Long>();
        long number = 0;
        for (var line : Files.readAllLines(CorpusTest.CORPUS.resolve(POSTED))) {
            number++;
            var request = json.readTree(line);
            if (!request.get("path").asText().equals(path)) continue;
            var body = json.writeValueAsString(request.get("body"));
            if (succeeded(body)
                    && List.of(events)
                            .contains(Objects.requireNonNull(truth.get(number)).event())) expected.add(number);
            var bytes = (path.equals("/event") ? body : "2026-11-23T08:30:00Z mx01 dovecot: policy: " + body)
                    .getBytes(StandardCharsets.UTF_8);
            reader.line(bytes, 0, bytes.length, number);
        }
        reader.end();
        return row(name, truth, expected, seen);
    }

    /** In the feed's own words: an event of a log-in process, an answer to Postfix, a report. */
    private static boolean succeeded(String body) {
        if (body.contains("\"auth_client_request_finished\""))
            return !body.contains("\"error\":") && body.contains("\"user\":");
        if (body.contains("\"auth_request_finished\""))
            return body.contains("\"success\":\"yes\"") && body.contains("\"service\":\"smtp\"");
        return body.contains("\"success\":true");
    }
}
