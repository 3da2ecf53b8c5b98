package org.postlotse.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postlotse.campaign.Case;
import org.postlotse.campaign.CaseState;
import org.postlotse.campaign.Cases;
import org.postlotse.campaign.CheckCode;
import org.postlotse.campaign.LetterKind;
import org.postlotse.campaign.Recipients.Claim;
import org.postlotse.campaign.Recipients.Outcome;
import org.postlotse.campaign.Turns;
import org.postlotse.catalogue.EmailAddress;

/** Recipients, the claims of their letters, and the turns of all nodes, on any database. */
abstract class ClaimsContract {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration PAUSE = Duration.ofDays(14);

    private CampaignStore store = CampaignStore.embedded();
    private String domain = "";

    /** A database of this kind; it need not be empty. */
    abstract DataSource database();

    @BeforeEach
    void migrate() {
        store = CampaignStore.in(database());
        domain = "d" + UUID.randomUUID() + ".test";
    }

    @Test
    void many_who_meet_the_same_mailboxes_at_once_give_each_one_code() throws Exception {
        var mailboxes = List.of(mailbox("anna"), mailbox("bert"), mailbox("cora"));
        var seen = new HashMap<String, CheckCode>();
        for (var met : AtOnce.many(number -> store.recipients().meet(codes(mailboxes, number))))
            for (var recipient : met)
                assertThat(seen.putIfAbsent(recipient.mailbox().normalised(), recipient.code()))
                        .isIn(null, recipient.code());

        assertThat(seen).hasSize(3);
        assertThat(store.recipients().find(mailbox("anna")).orElseThrow().code())
                .isEqualTo(seen.get(mailbox("anna").normalised()));
    }

    @Test
    void whose_code_is_somebody_elses_is_missing_until_another_is_tried() {
        var code = code();
        assertThat(store.recipients().meet(Map.of(mailbox("anna"), code))).hasSize(1);

        assertThat(store.recipients().meet(Map.of(mailbox("bert"), code))).isEmpty();
        assertThat(store.recipients().meet(Map.of(mailbox("bert"), code()))).hasSize(1);
    }

    @Test
    void a_letter_is_claimed_once_whoever_asks() throws Exception {
        var open = opened("anna");
        var claim = first("anna");
        assertThat(free(claim)).isTrue();

        assertThat(AtOnce.many(number -> store.claims().claim(claim, List.of(open), PAUSE)))
                .containsOnlyOnce(true)
                .hasSize(AtOnce.MANY);

        assertThat(free(claim)).isFalse();
    }

    @Test
    void two_letters_to_a_mailbox_are_a_pause_apart_whatever_they_are() throws Exception {
        var open = opened("anna");
        var kinds = LetterKind.values();

        assertThat(AtOnce.many(number ->
                        store.claims().claim(new Claim(mailbox("anna"), kinds[number], 0, NOW), List.of(open), PAUSE)))
                .containsOnlyOnce(true);
    }

    @Test
    void a_letter_is_not_claimed_where_its_cases_have_changed() {
        var open = opened("anna");
        var claim = first("anna");
        store.cases().move(open, CaseState.EXCUSED, NOW);
        assertThat(store.claims().claim(claim, List.of(open), PAUSE)).isFalse();

        var other = opened("bert");
        store.cases().open(fresh("bert", "old-host"));
        assertThat(store.claims().claim(first("bert"), List.of(other), PAUSE)).isFalse(); // there is more to tell now
        assertThat(store.claims().claim(first("bert"), store.cases().of(mailbox("bert")), PAUSE))
                .isTrue();
    }

    @Test
    void what_was_certainly_not_sent_is_free_again_with_all_of_its_pause() {
        var open = opened("anna");
        var claim = first("anna");
        store.claims().claim(claim, List.of(open), PAUSE);

        store.claims().release(claim);

        assertThat(free(claim)).isTrue();
        assertThat(store.claims().claim(claim, List.of(open), PAUSE)).isTrue();
    }

    @Test
    void an_outcome_and_the_change_of_its_case_are_one() {
        var open = opened("anna");
        var claim = first("anna");
        store.claims().claim(claim, List.of(open), PAUSE);

        store.claims().settle(claim, Outcome.SENT, NOW, List.of(new Cases.Move(open, CaseState.WARNED)));

        assertThat(store.recipients().letters(mailbox("anna")))
                .singleElement()
                .satisfies(letter -> assertThat(letter.outcome()).isEqualTo(Outcome.SENT));
        assertThat(store.recipients().find(mailbox("anna")).orElseThrow().lastLetter())
                .contains(NOW);
        assertThat(store.cases().of(mailbox("anna"))).extracting(Case::state).containsExactly(CaseState.WARNED);
        assertThat(store.cases().changesOf(mailbox("anna")))
                .extracting(Cases.Change::to)
                .containsExactly(CaseState.OPEN, CaseState.WARNED);
        store.claims().settle(claim, Outcome.BOUNCED, NOW, List.of(new Cases.Move(open, CaseState.REFUSED)));
        assertThat(store.cases().of(mailbox("anna"))) // it was not open any more
                .extracting(Case::state)
                .containsExactly(CaseState.WARNED);
    }

    @Test
    void lost_is_what_nobody_settled_and_no_later_letter_followed() {
        store.claims().claim(first("anna"), List.of(opened("anna")), PAUSE);
        store.claims().claim(first("bert"), List.of(opened("bert")), PAUSE);
        store.claims().settle(first("bert"), Outcome.FAILED, NOW, List.of());
        assertThat(lost(NOW)).isEmpty();
        assertThat(lost(NOW.plusSeconds(1))).containsExactly(first("anna"));

        var later = new Claim(mailbox("anna"), LetterKind.HELP, 0, NOW.plus(PAUSE));
        assertThat(store.claims().claim(later, store.cases().of(mailbox("anna")), PAUSE))
                .isTrue();
        store.claims().settle(later, Outcome.SENT, later.at(), List.of());

        assertThat(lost(later.at().plusSeconds(1))).isEmpty();
    }

    @Test
    void a_letter_is_claimed_again_once() throws Exception {
        store.claims().claim(first("anna"), List.of(opened("anna")), PAUSE);
        var later = NOW.plus(Duration.ofDays(2));

        assertThat(AtOnce.many(number -> store.claims().again(first("anna"), later.plusMillis(number))))
                .containsOnlyOnce(true);
        assertThat(store.claims()
                        .claim(
                                new Claim(mailbox("anna"), LetterKind.HELP, 0, NOW.plus(PAUSE)),
                                store.cases().of(mailbox("anna")),
                                PAUSE))
                .isFalse(); // two days are missing
    }

    @Test
    void turns_follow_each_other_and_end_with_the_hour() throws Exception {
        var rate = new Turns.Rate(100, 50);
        var hour = Instant.parse("2030-01-01T00:00:00Z");
        var taken = new ArrayList<Turns.Stretch>();
        for (var one : AtOnce.many(number -> store.turns().take(hour, rate, 10))) one.ifPresent(taken::add);

        taken.sort(Comparator.comparing(Turns.Stretch::first));
        assertThat(taken).extracting(Turns.Stretch::turns).containsExactly(10, 10, 10, 10, 10);
        for (int i = 1; i < taken.size(); i++)
            assertThat(taken.get(i).first())
                    .isEqualTo(taken.get(i - 1).first().plus(rate.step().multipliedBy(10)));
        assertThat(store.turns().take(hour.plus(Duration.ofMinutes(59)), rate, 10))
                .isEmpty();
        assertThat(store.turns().take(hour.plus(Duration.ofHours(1)), rate, 70))
                .map(Turns.Stretch::turns)
                .contains(50);
    }

    private Map<EmailAddress, CheckCode> codes(List<EmailAddress> mailboxes, int number) {
        var codes = new HashMap<EmailAddress, CheckCode>();
        var order = new ArrayList<>(mailboxes);
        Collections.rotate(order, number);
        order.forEach(mailbox -> codes.put(mailbox, code()));
        return codes;
    }

    private static CheckCode code() {
        return new CheckCode(ThreadLocalRandom.current()
                .ints(8, '2', '9' + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining()));
    }

    private boolean free(Claim claim) {
        return store.claims().free(claim.mailbox(), claim.kind(), claim.round());
    }

    private List<Claim> lost(Instant before) {
        return store.claims().lost(before, 10_000).stream()
                .filter(claim -> claim.mailbox().domain().name().equals(domain))
                .toList();
    }

    private Claim first(String name) {
        return new Claim(mailbox(name), LetterKind.FIRST, 0, NOW);
    }

    private Case opened(String name) {
        store.recipients().meet(Map.of(mailbox(name), code()));
        var fresh = fresh(name, "no-encryption");
        assertThat(store.cases().open(fresh)).isTrue();
        return fresh;
    }

    private Case fresh(String name, String weakness) {
        return new Case(mailbox(name), weakness, CaseState.OPEN, NOW, NOW, NOW, 0, Optional.empty());
    }

    private EmailAddress mailbox(String name) {
        return EmailAddress.parse(name + "@" + domain).orElseThrow();
    }
}
