package org.postlotse.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postlotse.catalogue.Fault;

/** Who reads a letter, and in which language: what the hoster knows, and what readers choose themselves. */
class ReadersTest {
    @Test
    void letters_to_a_printers_mailbox_go_to_whoever_looks_after_it() {
        var office = House.with(Map.of(
                "holders[0].mailbox", "drucker@example.test",
                "holders[0].holder", "chef@example.test"));
        office.opened("drucker", House.OLD_SMTP).everybody().step();

        assertThat(office.post.letters()).singleElement().satisfies(letter -> {
            assertThat(letter.reader().address()).isEqualTo(House.mailbox("chef"));
            assertThat(letter.reader().owner()).isFalse();
            assertThat(letter.seen().sendsOnly()).isTrue();
        });
    }

    @Test
    void the_very_first_letter_is_in_the_language_that_the_hoster_knows(@TempDir Path directory) throws IOException {
        var list = directory.resolve("languages.csv");
        Files.writeString(list, "\uFEFFmailbox;language\n# from the customers' data\nErika@example.test;en\n");
        var house = House.with(Map.of("language-file", list.toString()));
        house.opened("erika").opened("otto");

        assertThat(house.preview.page("").lines())
                .extracting(line -> line.to().localPart() + " " + line.language())
                .containsExactly("erika en", "otto de");
        house.everybody().step();

        assertThat(house.post.letters())
                .extracting(letter -> letter.recipient().mailbox().localPart() + " "
                        + letter.reader().language())
                .containsExactlyInAnyOrder("erika en", "otto de");
    }

    @Test
    void the_language_of_a_domain_counts_less_than_that_of_a_mailbox_and_more_than_the_usual(@TempDir Path directory)
            throws IOException {
        var list = directory.resolve("languages.csv");
        Files.writeString(list, "otto@example.test,de\nexample.test,en\n");
        var house = House.with(Map.of("language-file", list.toString()));
        house.opened("erika").opened("otto");
        assertThat(house.preview.page("").lines())
                .extracting(Preview.Line::language)
                .containsExactly(Locale.ENGLISH, Locale.GERMAN);

        var english = House.with(Map.of("language", "en"));
        english.opened("erika");
        assertThat(english.preview.page("").lines())
                .extracting(Preview.Line::language)
                .containsExactly(Locale.ENGLISH);
    }

    @Test
    void what_somebody_chose_himself_counts_most() {
        var house = House.with(Map.of("language", "en"));
        house.opened("erika").everybody().step();
        house.store.recipients().reads(House.mailbox("erika"), Locale.GERMAN);

        assertThat(house.preview.page("").lines())
                .extracting(Preview.Line::language)
                .containsExactly(Locale.GERMAN);
    }

    @Test
    void what_is_wrong_with_a_list_is_said_at_start(@TempDir Path directory) throws IOException {
        var list = directory.resolve("languages.csv");
        Files.writeString(list, "erika@example.test,en\nnobody,en\notto@example.test,klingon\notto@example.test\n");

        assertThat(languages(Map.of("language-file", list.toString(), "language", "xx"))
                        .faults())
                .extracting(Fault::toString)
                .satisfiesExactlyInAnyOrder(
                        fault -> assertThat(fault).contains("language-file: line 2"),
                        fault -> assertThat(fault).contains("language-file: line 3", "klingon"),
                        fault -> assertThat(fault).contains("language-file: line 4"),
                        fault -> assertThat(fault).contains("postlotse.campaign.language", "xx"));
        assertThat(languages(Map.of("language-file", "nowhere.csv")).faults())
                .singleElement()
                .extracting(Fault::toString)
                .asString()
                .contains("can not be read");
    }

    private static Languages languages(Map<String, String> settings) {
        return new Languages(Written.campaign(settings), new Letterbox());
    }
}
