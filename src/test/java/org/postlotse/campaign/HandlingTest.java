package org.postlotse.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What staff does with one mailbox: write once more, to whoever asks for it and where a letter may be lost. */
class HandlingTest {
    private final House house = House.usual();

    @Test
    void whoever_asks_for_it_gets_the_letter_once_more_and_not_twice_a_day() {
        house.opened("erika").everybody().step();
        assertThat(house.handling.again(House.mailbox("erika"))).isEqualTo(Handling.Written.TOO_SOON);

        house.days(2);
        assertThat(house.handling.again(House.mailbox("erika"))).isEqualTo(Handling.Written.SENT);
        assertThat(house.handling.again(House.mailbox("erika"))).isEqualTo(Handling.Written.TOO_SOON);

        assertThat(house.post.taken()).containsExactly("erika@example.test first", "erika@example.test first");
        assertThat(house.metrics
                        .get("postlotse.letters")
                        .tag("reply", "taken")
                        .counter()
                        .count())
                .isEqualTo(2);
        assertThat(house.store.recipients().letters(House.mailbox("erika")))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.outcome()).isEqualTo(Recipients.Outcome.SENT);
                    assertThat(letter.claim().at()).isEqualTo(house.clock.instant());
                });
        assertThat(house.store
                        .recipients()
                        .find(House.mailbox("erika"))
                        .orElseThrow()
                        .lastLetter())
                .contains(house.clock.instant());
    }

    @Test
    void whoever_is_told_again_hears_no_reminder_within_fourteen_days() {
        house.opened("erika").everybody().step();
        house.days(50).handling.again(House.mailbox("erika"));
        house.days(6).logsIn("erika", House.OLD_IMAP).step(); // the letter of four weeks before the date is due
        assertThat(house.preview.page("").lines())
                .singleElement()
                .extracting(Preview.Line::why)
                .isEqualTo(Decision.Why.TOO_SOON.key());

        house.days(9).logsIn("erika", House.OLD_IMAP).step();
        assertThat(house.post.taken())
                .containsExactly("erika@example.test first", "erika@example.test first", "erika@example.test help");
    }

    @Test
    void nobody_is_written_to_again_while_the_mailing_is_stopped_or_before_the_first_letter() {
        house.opened("erika");
        assertThat(house.handling.again(House.mailbox("erika"))).isEqualTo(Handling.Written.STOPPED);
        house.everybody();
        assertThat(house.handling.again(House.mailbox("erika"))).isEqualTo(Handling.Written.NOTHING);

        assertThat(house.post.taken()).isEmpty();
    }

    @Test
    void a_mailbox_that_takes_letters_again_is_warned_again() {
        house.opened("erika").everybody().post.answering(letter -> Post.Reply.REFUSED);
        house.step();
        assertThat(house.states("erika")).containsExactly(CaseState.REFUSED);

        house.post.answering(letter -> Post.Reply.TAKEN);
        house.days(2);

        assertThat(house.handling.again(House.mailbox("erika"))).isEqualTo(Handling.Written.SENT);
        assertThat(house.states("erika")).containsExactly(CaseState.WARNED);
    }

    @Test
    void a_letter_whose_process_was_killed_is_named_and_written_again_when_somebody_says_so() {
        house.opened("erika").opened("otto").everybody().post.answering(letter -> {
            if (letter.recipient().mailbox().equals(House.mailbox("erika"))) throw new Killed();
            return Post.Reply.TAKEN;
        });
        house.step();
        assertThat(house.lost.first(10)).isEmpty(); // it could still be on its way
        house.clock.move(Duration.ofMinutes(16));
        house.post.answering(letter -> Post.Reply.TAKEN);
        house.step();

        assertThat(house.lost.first(10)).extracting(Recipients.Claim::mailbox).containsExactly(House.mailbox("erika"));
        assertThat(house.post.taken()).doesNotContain("erika@example.test first");
        assertThat(house.handling.again(House.mailbox("erika"))).isEqualTo(Handling.Written.SENT);
        assertThat(house.states("erika")).containsExactly(CaseState.WARNED);
        assertThat(house.lost.first(10)).isEmpty();
    }

    @Test
    void a_lost_letter_is_old_news_once_its_mailbox_got_another_one() {
        var claim = new Recipients.Claim(House.mailbox("erika"), LetterKind.FIRST, 0, house.clock.instant());
        house.opened("erika");
        house.store.recipients().meet(Map.of(House.mailbox("erika"), new CheckCode("7F4K2QMD")));
        assertThat(house.store.claims().claim(claim, house.store.cases().of(House.mailbox("erika")), Duration.ZERO))
                .isTrue();
        house.days(15).logsIn("erika", House.OLD_IMAP);
        assertThat(house.lost.first(10)).containsExactly(claim);

        house.days(41).opened("erika").everybody().step();

        assertThat(house.post.taken()).containsExactly("erika@example.test help");
        assertThat(house.lost.first(10)).isEmpty();
    }

    /** The process ends where it stands. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
