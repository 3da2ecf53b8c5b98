package org.postlotse.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postlotse.catalogue.MovedClock;
import org.postlotse.store.CampaignStore;
import org.postlotse.support.Chance;

class SealedLinksTest {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=%.~ ä/";
    private static final CheckCode CODE = new CheckCode("7F4K2QMD");

    private final MovedClock clock = new MovedClock();
    private final CampaignStore store = CampaignStore.embedded();
    private final SealedLinks links = new SealedLinks(store.keys(), store.recipients(), clock);

    @BeforeEach
    void meet() {
        store.recipients().meet(Map.of(House.mailbox("erika"), CODE));
    }

    @Test
    void a_link_leads_to_its_mailbox_and_tells_nothing() {
        var link = links.seal(CODE);

        assertThat(links.read(link))
                .isInstanceOfSatisfying(
                        LinkReading.Open.class,
                        open -> assertThat(open.recipient().mailbox()).isEqualTo(House.mailbox("erika")));
        assertThat(link).matches("[A-Za-z0-9_-]{55}").isNotEqualTo(links.seal(CODE));
        assertThat(new String(Base64.getUrlDecoder().decode(link), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("erika", CODE.letters());
    }

    @Test
    void a_link_ends_to_the_second_and_stays_known_as_ours() {
        var link = links.seal(CODE);

        clock.move(SealedLinks.LIFE.minusSeconds(1));
        assertThat(links.read(link)).isInstanceOf(LinkReading.Open.class);
        clock.move(Duration.ofSeconds(1));
        assertThat(links.read(link)).isInstanceOf(LinkReading.Expired.class);
        for (int month = 0; month < 12; month++) {
            clock.move(Duration.ofDays(31));
            links.seal(CODE);
        }
        assertThat(links.read(link)).isInstanceOf(LinkReading.Expired.class);
    }

    @Test
    void keys_change_every_month_by_themselves_and_other_nodes_follow() {
        var first = links.seal(CODE);
        clock.move(Duration.ofDays(31));
        var other = new SealedLinks(store.keys(), store.recipients(), clock);
        var second = other.seal(CODE);

        assertThat(store.keys().all())
                .hasSize(2)
                .extracting(LinkKeys.LinkKey::version)
                .containsExactly(2, 1);
        assertThat(List.of(links.read(first), links.read(second), other.read(first)))
                .allMatch(LinkReading.Open.class::isInstance);
    }

    @Test
    void of_a_mailbox_that_was_forgotten_nothing_is_told() {
        var link = links.seal(CODE);
        store.recipients().forget(House.mailbox("erika"));

        assertThat(links.read(link)).isInstanceOf(LinkReading.Expired.class);
    }

    @Test
    void another_installations_link_is_forged() {
        var theirs = CampaignStore.embedded();
        theirs.recipients().meet(Map.of(House.mailbox("erika"), CODE));

        assertThat(links.read(new SealedLinks(theirs.keys(), theirs.recipients(), clock).seal(CODE)))
                .isInstanceOf(LinkReading.Forged.class);
        links.seal(CODE);
        assertThat(links.read(new SealedLinks(theirs.keys(), theirs.recipients(), clock).seal(CODE)))
                .isInstanceOf(LinkReading.Forged.class);
    }

    @Test
    void no_link_that_differs_in_one_letter_is_ours() {
        var link = links.seal(CODE);
        for (int place = 0; place < link.length(); place++)
            for (char letter : LETTERS.toCharArray()) {
                var other = link.substring(0, place) + letter + link.substring(place + 1);
                if (!other.equals(link)) assertThat(links.read(other)).isInstanceOf(LinkReading.Forged.class);
            }
    }

    @Test
    void whatever_comes_as_a_link_is_forged_and_never_an_error() {
        var link = links.seal(CODE);
        Chance.fresh()
                .cases(
                        5_000,
                        chance -> chance.percent(50)
                                ? chance.word(LETTERS, 0, 100)
                                : link.substring(0, chance.below(link.length()))
                                        + chance.word(LETTERS, 1, 3)
                                        + link.substring(chance.below(link.length())),
                        made -> {
                            if (!made.equals(link)) assertThat(links.read(made)).isInstanceOf(LinkReading.Forged.class);
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"7f4k2qmd", "7F4K-2QMD", " 7f4k 2qmd ", "7F4K–2QMD", "7 F 4 K 2 Q M D"})
    void a_code_is_read_as_people_type_it(String typed) {
        assertThat(CheckCode.read(typed)).contains(CODE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7F4K2QM", "7F4K2QMDD", "0F4K2QMD", "OF4K2QMD", "1F4K2QMD", "IF4K2QMD", "LF4K2QMD"})
    void what_is_no_code_is_none(String typed) {
        assertThat(CheckCode.read(typed)).isEmpty();
    }

    @Test
    void codes_are_many_and_look_like_nothing_else() {
        var random = java.util.random.RandomGenerator.getDefault();
        var codes = new HashSet<String>();
        for (int i = 0; i < 10_000; i++) codes.add(CheckCode.fresh(random).display());

        assertThat(codes).hasSize(10_000).allMatch(code -> code.matches("[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}"));
        assertThat(CODE.toString()).isEqualTo("7F…"); // for logs
    }
}
