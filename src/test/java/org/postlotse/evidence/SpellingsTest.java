package org.postlotse.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What was made of bytes is known again when the same bytes come, and for no others. */
class SpellingsTest {
    private static final int MANY = 200_000;

    private final Spellings<String> spellings = new Spellings<>();

    @Test
    void what_was_learnt_is_known() {
        assertThat(known("anna@hoster.example")).isEmpty();
        spellings.learn("Anna");

        assertThat(known("anna@hoster.example")).contains("Anna");
        assertThat(known("anna@hoster.exampl")).isEmpty();
        assertThat(known("anna@hoster.example ")).isEmpty();
    }

    @Test
    void nothing_is_a_spelling_too() {
        assertThat(known("")).isEmpty();
        spellings.learn("nothing");

        assertThat(known("")).contains("nothing");
    }

    @Test
    void parts_are_spelt_one_behind_the_other() {
        var entry = entry("user=<anna>, mpid=123, session=<x>");
        assertThat(spelt(entry, 0, 18, 21, 34)).isNull();
        spellings.learn("Anna");

        assertThat(spelt(entry("user=<anna>, mpid=9, session=<x>"), 0, 18, 19, 32))
                .isEqualTo("Anna");
        assertThat(spelt(entry("user=<otto>, mpid=9, session=<x>"), 0, 18, 19, 32))
                .isNull();
    }

    @Test
    void however_long_a_spelling_is_it_is_known() {
        var entry = entry("x".repeat(600));
        assertThat(spelt(entry, 0, 300, 300, 600)).isNull();
        spellings.learn("long");

        assertThat(spelt(entry, 0, 300, 300, 600)).isEqualTo("long");
        assertThat(spelt(entry, 0, 300, 300, 599)).isNull();
    }

    @Test
    void where_one_part_ends_and_the_next_begins_is_spelt_too() {
        var entry = entry("annabert");
        assertThat(spelt(entry, 0, 4, 4, 8)).isNull();
        spellings.learn("anna and bert");

        assertThat(spelt(entry, 0, 5, 5, 8)).isNull();
        assertThat(spelt(entry, 0, 0, 0, 8)).isNull();
        assertThat(spelt(entry, 0, 4, 4, 8)).isEqualTo("anna and bert");
    }

    @Test
    void with_another_key_it_is_another_spelling() {
        var entry = entry("anna@hoster.example");
        assertThat(spellings.known(entry, 0, 19, 1)).isNull();
        spellings.learn("Anna, by TLS");

        assertThat(spellings.known(entry, 0, 19, 2)).isNull();
        assertThat(spellings.known(entry, 0, 19, 1)).isEqualTo("Anna, by TLS");
    }

    @Test
    void however_many_come_none_is_taken_for_another_and_the_newest_are_known() {
        for (int i = 0; i < MANY; i++) {
            assertThat(known("u" + i)).isEmpty();
            spellings.learn("u" + i);
        }
        int newest = 0;
        for (int i = 0; i < MANY; i++) {
            var known = known("u" + i);
            if (known.isPresent()) assertThat(known).contains("u" + i);
            if (known.isPresent() && i >= MANY - 20_000) newest++;
        }
        assertThat(newest).isGreaterThan(19_000);
    }

    private Optional<String> known(String text) {
        var bytes = ("<" + text + ">").getBytes(StandardCharsets.UTF_8);
        return Optional.ofNullable(spellings.known(bytes, 1, bytes.length - 1));
    }

    private @Nullable String spelt(Entry entry, int from, int gap, int behind, int to) {
        spellings.begin();
        spellings.add(entry, from, gap);
        spellings.add(entry, behind, to);
        return spellings.known();
    }

    private static Entry entry(String text) {
        var entry = new Entry();
        entry.bytes = text.getBytes(StandardCharsets.UTF_8);
        return entry;
    }
}
