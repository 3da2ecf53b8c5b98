package org.postlotse.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Excuses: who is left alone, until when, and by whose word. */
class ExcusesTest {
    private final House house = House.usual();

    @Test
    void an_excuse_of_the_settings_keeps_letters_away_until_its_last_day() {
        var lenient = House.with(Map.of(
                "excused[0].mailbox", "Drucker@example.test",
                "excused[0].reason", "can not encrypt",
                "excused[0].until", "2024-07-03"));
        lenient.everybody().opened("drucker").step();
        assertThat(lenient.states("drucker")).containsExactly(CaseState.EXCUSED);
        assertThat(lenient.post.taken()).isEmpty();

        lenient.days(2).step();
        assertThat(lenient.states("drucker")).containsExactly(CaseState.EXCUSED);

        lenient.days(1).step();
        assertThat(lenient.states("drucker")).containsExactly(CaseState.WARNED);
        assertThat(lenient.post.taken()).containsExactly("drucker@example.test first");
    }

    @Test
    void a_list_of_excuses_is_noted_whole_or_not_at_all() {
        house.opened("erika").opened("emil");

        var wrong = house.excuses.read(
                List.of("mailbox,reason,until", "erika@example.test,ill,2024-12-31", "emil@example.test,ill,soon"));

        assertThat(wrong.noted()).isZero();
        assertThat(wrong.faults()).singleElement().asString().startsWith("line 3: ");
        assertThat(house.states("erika")).containsExactly(CaseState.OPEN);

        var right = house.excuses.read(
                List.of("\uFEFFmailbox;reason;until", "", "erika@example.test;\"printer; no TLS\";2024-12-31"));

        assertThat(right).isEqualTo(new ExcuseBook.Imported(1, List.of()));
        assertThat(house.states("erika")).containsExactly(CaseState.EXCUSED);
        assertThat(house.store.cases().of(House.mailbox("erika")).getFirst().excuse())
                .contains(new Case.Excuse("printer; no TLS", LocalDate.of(2024, 12, 31)));
        assertThat(house.states("emil")).containsExactly(CaseState.OPEN);
    }

    @Test
    void an_excuse_can_be_prolonged_and_withdrawn() {
        house.opened("erika").excuses.note(House.mailbox("erika"), new Case.Excuse("ill", LocalDate.of(2024, 7, 2)));
        house.excuses.note(House.mailbox("erika"), new Case.Excuse("still ill", LocalDate.of(2024, 8, 2)));
        house.days(10).excuses.end();
        assertThat(house.states("erika")).containsExactly(CaseState.EXCUSED);

        assertThat(house.excuses.withdraw(House.mailbox("erika"))).isTrue();

        assertThat(house.states("erika")).containsExactly(CaseState.OPEN);
        assertThat(house.excuses.withdraw(House.mailbox("erika"))).isFalse();
        assertThat(house.store.cases().changesOf(House.mailbox("erika")))
                .extracting(Cases.Change::to)
                .containsExactly(CaseState.OPEN, CaseState.EXCUSED, CaseState.OPEN);
    }
}
