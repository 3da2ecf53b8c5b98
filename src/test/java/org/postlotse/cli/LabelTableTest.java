package org.postlotse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postlotse.guide.LabelReport;

class LabelTableTest {
    private static final LabelTable TABLE = new LabelTable(
            YearMonth.of(2026, 11),
            List.of(
                    new LabelReport(
                            "postbote",
                            List.of(
                                    entry("port", "V", "2026-08", false, false),
                                    entry("server", "K", "", true, false),
                                    entry("user", "D", "2025-01", false, true))),
                    new LabelReport("postfrau", List.of(entry("port", "V", "2026-08", false, false)))));

    @Test
    void programs_stand_in_lines_and_their_sum_below() {
        assertThat(TABLE.text().lines().skip(2).limit(4))
                .containsExactly(
                        "program                      V     A     D    MT     K    all    old  undated",
                        "postbote                     1     0     1     0     1      3      1        0",
                        "postfrau                     1     0     0     0     0      1      0        0",
                        "all                          2     0     1     0     1      4      1        0");
    }

    @Test
    void only_what_somebody_has_to_look_at_is_listed() {
        assertThat(TABLE.text().lines().skip(7))
                .containsExactly(
                        "postbote: to be seen on a device",
                        "  server                       de  K  -       Server:",
                        "  user                         de  D  2025-01 Server:");
    }

    @Test
    void the_same_stands_in_JSON() {
        var json = new ObjectMapper().valueToTree(TABLE.map());
        assertThat(json.at("/month").asText()).isEqualTo("2026-11");
        assertThat(json.at("/programs/0/sources/K").asInt()).isEqualTo(1);
        assertThat(json.at("/programs/0/old").asInt()).isEqualTo(1);
        assertThat(json.at("/programs/0/due")).hasSize(2);
        assertThat(json.at("/programs/0/due/0/key").asText()).isEqualTo("server");
        assertThat(json.at("/programs/0/due/0/ref").asText()).isEqualTo("main.c");
        assertThat(json.at("/programs/1/due")).isEmpty();
    }

    private static LabelReport.Entry entry(String key, String source, String checked, boolean unverified, boolean old) {
        return new LabelReport.Entry(key, "de", "Server:", source, "main.c", checked, unverified, old, false);
    }
}
