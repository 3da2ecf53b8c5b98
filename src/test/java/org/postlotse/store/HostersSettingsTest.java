package org.postlotse.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostersSettingsTest {
    @Test
    void nothing_written_is_no_fault() {
        assertThat(new WrittenHosters(Map.of()).faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            domain-query|select 1 from d|has 0 question marks
            domain-query|select 1 from d where a = ? or b = ?|has 2 question marks
            domain-query|select 1 from d where a = '?'|has 0 question marks
            domain-query|delete from d where a = ?|changes something or is no query
            mailbox-query|update m set x = 1 where a = ?|changes something or is no query
            url|jdbc:oracle:thin:secret@host?password=x|is “jdbc:oracle:thin:secret@host”
            remember|9s|is “9s”
            remember-no|tomorrow|is “tomorrow”
            """)
    void what_is_wrong_is_named(String key, String value, String fault) {
        assertThat(faults(key, value))
                .singleElement()
                .asString()
                .startsWith("postlotse.lookup.sql." + key + ": " + fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            select 1 from d where a = ? and b <> 'what?' -- why?
            SELECT 1 /* ? */ FROM "d?" WHERE a = ?
            with x as (select 1) select 1 from d where a = lower(?)
            """)
    void a_question_mark_in_a_text_a_name_or_a_remark_is_none(String query) {
        assertThat(faults("domain-query", query)).isEmpty();
    }

    @Test
    void half_of_it_is_a_fault() {
        assertThat(new WrittenHosters(Map.of("url", "jdbc:postgresql://db.example.test/mail")).faults())
                .hasSize(1);
        assertThat(new WrittenHosters(Map.of("domain-query", "select 1 from d where a = ?")).faults())
                .hasSize(1);
    }

    private static List<String> faults(String key, String value) {
        var written = new HashMap<>(
                Map.of("url", "jdbc:postgresql://db.example.test/mail", "domain-query", "select 1 from d where a = ?"));
        written.put(key, value);
        return new WrittenHosters(written).faults();
    }
}
