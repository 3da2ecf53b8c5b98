package org.postlotse.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postlotse.campaign.House.NEW_IMAP;
import static org.postlotse.campaign.House.NEW_SMTP;
import static org.postlotse.campaign.House.OLD_IMAP;
import static org.postlotse.campaign.House.OLD_SMTP;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every way of a case from state to state, by what the logs show and as the days go by. */
class CasesTest {
    private final House house = House.usual();

    @Test
    void two_insecure_log_ins_on_two_days_open_a_case() {
        house.logsIn("erika", OLD_IMAP).logsIn("erika", OLD_IMAP).keeper.review();
        assertThat(house.states("erika")).isEmpty();

        house.days(1).logsIn("erika", OLD_IMAP).keeper.review();

        assertThat(house.states("erika")).containsExactly(CaseState.OPEN);
        assertThat(house.keeper.review()).isEqualTo(new Keeper.Review(0, 0, 0, 0));
    }

    @Test
    void how_many_log_ins_open_a_case_is_a_setting() {
        var strict = House.with(Map.of("open-after-logins", "3", "open-after-days", "1"));
        strict.logsIn("erika", OLD_IMAP).logsIn("erika", OLD_IMAP).keeper.review();
        assertThat(strict.states("erika")).isEmpty();

        strict.logsIn("erika", OLD_IMAP).keeper.review();

        assertThat(strict.states("erika")).containsExactly(CaseState.OPEN);
    }

    @Test
    void a_secure_program_and_one_of_long_ago_open_none() {
        house.logsIn("erika", NEW_IMAP).logsIn("emil", OLD_IMAP).days(1);
        house.logsIn("erika", NEW_IMAP).logsIn("emil", OLD_IMAP).days(8).keeper.review();

        assertThat(house.states("erika")).isEmpty();
        assertThat(house.states("emil")).isEmpty();
    }

    @Test
    void each_weakness_has_a_case_of_its_own() {
        house.opened("erika").opened("erika", House.CRAM);

        assertThat(house.store.cases().of(House.mailbox("erika")))
                .extracting(Case::weakness)
                .containsExactly("no-encryption", "old-method");
    }

    @Test
    void a_letter_makes_it_warned() {
        house.opened("erika").everybody().step();

        assertThat(house.states("erika")).containsExactly(CaseState.WARNED);
    }

    @Test
    void one_half_makes_it_in_progress_and_both_prove_it() {
        house.opened("erika").opened("erika", OLD_SMTP).comes("erika");
        house.days(0).clock.move(java.time.Duration.ofMinutes(5));
        house.logsIn("erika", NEW_IMAP).keeper.review();
        assertThat(house.states("erika")).containsExactly(CaseState.IN_PROGRESS);

        house.logsIn("erika", NEW_SMTP).keeper.review();

        assertThat(house.states("erika")).containsExactly(CaseState.PROVEN);
    }

    @Test
    void an_old_device_beside_a_new_one_proves_nothing() {
        house.opened("erika").comes("erika").clock.move(java.time.Duration.ofMinutes(5));
        house.logsIn("erika", NEW_IMAP).clock.move(java.time.Duration.ofMinutes(5));
        house.logsIn("erika", OLD_IMAP).keeper.review();

        assertThat(house.states("erika")).containsExactly(CaseState.OPENED);
    }

    @Test
    void fourteen_clean_days_fix_it_and_not_one_hour_less() {
        house.opened("erika").days(13).logsIn("erika", NEW_IMAP).keeper.review();
        assertThat(house.states("erika")).containsExactly(CaseState.OPEN);

        house.clock.move(java.time.Duration.ofHours(25));
        house.logsIn("erika", NEW_IMAP).keeper.review();

        assertThat(house.states("erika")).containsExactly(CaseState.FIXED);
    }

    @Test
    void a_device_that_is_switched_off_is_not_fixed() {
        house.opened("erika").days(20).logsIn("somebody", NEW_IMAP).keeper.review();

        assertThat(house.states("erika")).containsExactly(CaseState.OPEN);
    }

    @Test
    void nothing_is_concluded_from_logs_that_are_silent() {
        house.opened("erika").days(1).logsIn("erika", NEW_IMAP).days(20).keeper.review();

        assertThat(house.states("erika")).containsExactly(CaseState.OPEN);
    }

    @Test
    void a_relapse_reopens_it_with_words_of_its_own() {
        house.opened("erika").everybody().step();
        house.days(15).logsIn("erika", NEW_IMAP).step();
        assertThat(house.states("erika")).containsExactly(CaseState.FIXED);

        house.days(20).opened("erika").step();

        assertThat(house.post.taken())
                .containsExactly(
                        "erika@example.test first", "erika@example.test closing", "erika@example.test relapse");
        assertThat(house.store.cases().of(House.mailbox("erika")))
                .extracting(Case::relapses)
                .containsExactly(1);
        assertThat(house.states("erika")).containsExactly(CaseState.WARNED);
    }

    @Test
    void who_was_shown_to_work_relapses_at_once() {
        house.opened("erika").comes("erika").clock.move(java.time.Duration.ofMinutes(5));
        house.logsIn("erika", NEW_IMAP).keeper.review();
        assertThat(house.states("erika")).containsExactly(CaseState.PROVEN);

        house.clock.move(java.time.Duration.ofHours(2));
        house.logsIn("erika", OLD_IMAP).keeper.review();

        assertThat(house.states("erika")).containsExactly(CaseState.RELAPSED);
    }

    @Test
    void whoever_is_muted_is_told_again_three_days_before_the_date() {
        house.opened("erika").everybody().step();
        house.moves("erika", CaseState.MUTED);
        for (var day = LocalDate.of(2024, 7, 1); day.isBefore(LocalDate.of(2024, 9, 16)); day = day.plusDays(1))
            house.days(1).logsIn("erika", OLD_IMAP).step();
        assertThat(house.post.taken()).containsExactly("erika@example.test first");
        assertThat(house.states("erika")).containsExactly(CaseState.MUTED);

        house.days(1).logsIn("erika", OLD_IMAP).step();

        assertThat(house.post.taken()).containsExactly("erika@example.test first", "erika@example.test last");
        assertThat(house.states("erika")).containsExactly(CaseState.WARNED);
    }

    @Test
    void a_mailbox_that_takes_no_letters_is_marked_and_gets_none() {
        house.opened("erika").everybody().post.answering(letter -> Post.Reply.REFUSED);
        house.step();
        assertThat(house.states("erika")).containsExactly(CaseState.REFUSED);

        house.post.answering(letter -> Post.Reply.TAKEN);
        house.days(30).logsIn("erika", OLD_IMAP).step();

        assertThat(house.post.taken()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(CaseState.class)
    void no_state_is_a_dead_end_and_none_leads_to_itself(CaseState state) {
        assertThat(state.next()).isNotEmpty().doesNotContain(state);
        assertThat(CaseState.of(state.key())).contains(state);
    }

    /** The drawing that operators see has exactly the ways that there are. */
    @Test
    void the_drawing_is_right() throws IOException {
        var drawn = new TreeSet<String>();
        var arrow = Pattern.compile("([a-z-]+) +→ +([a-z, -]+)");
        for (var line : Files.readAllLines(Path.of("src/docs/operating.md"))) {
            var match = arrow.matcher(line);
            if (match.matches())
                for (var to : match.group(2).split(", *")) drawn.add(match.group(1) + " → " + to.strip());
        }

        assertThat(drawn)
                .isEqualTo(Arrays.stream(CaseState.values())
                        .flatMap(from -> from.next().stream().map(to -> from.key() + " → " + to.key()))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }
}
