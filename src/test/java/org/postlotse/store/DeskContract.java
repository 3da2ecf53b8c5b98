package org.postlotse.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postlotse.campaign.Case;
import org.postlotse.campaign.CaseBoard;
import org.postlotse.campaign.CaseState;
import org.postlotse.campaign.Cases;
import org.postlotse.campaign.StepCounts;
import org.postlotse.campaign.hook.Deliveries;
import org.postlotse.catalogue.Domain;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.staff.AuditTrail;

/** What the desk reads and what other systems are told, on any database. */
abstract class DeskContract {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final int MANY = 100_000;

    private String domain = "";
    private String hook = "";
    private Database database = new Database(new org.h2.jdbcx.JdbcDataSource());

    /** A database of this kind; it need not be empty. */
    abstract DataSource database();

    @BeforeEach
    void migrate() {
        var source = database();
        Flyway.configure().dataSource(source).load().migrate();
        database = new Database(source);
        domain = "d" + UUID.randomUUID() + ".test";
        hook = domain.substring(0, 30);
        spread(Set.of()); // what other tests did is told to nobody
    }

    @Test
    void cases_are_found_by_what_is_asked_and_paged_without_gaps() {
        open("anna", "no-encryption");
        open("anna", "old-host");
        open("bert", "no-encryption");
        move("bert", CaseState.WARNED);

        assertThat(found(all(), 10)).containsExactly("anna no-encryption", "anna old-host", "bert no-encryption");
        assertThat(found(new CaseBoard.Wanted(Optional.of(CaseState.WARNED), Optional.empty(), mine(), ""), 10))
                .containsExactly("bert no-encryption");
        assertThat(found(new CaseBoard.Wanted(Optional.empty(), Optional.of("old-host"), mine(), ""), 10))
                .containsExactly("anna old-host");
        assertThat(found(new CaseBoard.Wanted(Optional.empty(), Optional.empty(), mine(), "an"), 10))
                .containsExactly("anna no-encryption", "anna old-host");
        assertThat(found(new CaseBoard.Wanted(Optional.empty(), Optional.empty(), mine(), "%_"), 10))
                .isEmpty();
        var first = board().page(all(), CaseBoard.Place.BEGINNING, 1);
        assertThat(board().page(all(), CaseBoard.Place.behind(first.getFirst()), 10))
                .extracting(Case::weakness)
                .containsExactly("old-host", "no-encryption");
        assertThat(board().count(all())).isEqualTo(3);
    }

    @Test
    void domains_states_and_days_are_counted() {
        open("anna", "no-encryption");
        open("bert", "no-encryption");
        move("bert", CaseState.WARNED);
        board().keep(LocalDate.parse("2026-11-22"));
        board().keep(LocalDate.parse("2026-11-22"));

        assertThat(board().byDomain(MANY).stream().filter(share -> share.name().equals(domain)))
                .singleElement()
                .satisfies(share ->
                        assertThat(share.cases()).containsOnly(entry(CaseState.OPEN, 1L), entry(CaseState.WARNED, 1L)));
        assertThat(board().mailboxes()).isGreaterThanOrEqualTo(2);
        assertThat(board().everCameTo(EnumSet.of(CaseState.WARNED)).get(CaseState.WARNED))
                .isPositive();
        assertThat(board().days(LocalDate.parse("2026-11-22")))
                .filteredOn(day -> day.day().equals(LocalDate.parse("2026-11-22")))
                .singleElement()
                .satisfies(day -> assertThat(day.cases()).containsKeys(CaseState.OPEN, CaseState.WARNED));
        assertThat(board().byProgram(MANY)).isNotNull();
    }

    @Test
    void steps_are_added_up() {
        var steps = new JdbcStepCounts(database);
        var begun = new StepCounts.Step("begun", "", domain.substring(0, 30));
        var day = LocalDate.parse("2026-11-22");
        steps.add(day, begun);
        steps.add(day.plusDays(1), begun);
        steps.add(day.plusDays(1), begun);

        assertThat(steps.since(day)).contains(new StepCounts.Count(begun, 3));
        assertThat(steps.since(day.plusDays(1))).contains(new StepCounts.Count(begun, 2));
    }

    @Test
    void deeds_are_kept_and_read_the_latest_first() {
        var trail = new JdbcAuditTrail(database);
        var mailbox = "anna@" + domain;
        for (var kind : AuditTrail.Kind.values()) trail.note(AuditTrail.Deed.of(NOW, "sven", kind, mailbox, "why"));

        var deeds = trail.to(mailbox, 100);
        assertThat(deeds)
                .extracting(AuditTrail.Deed::kind)
                .containsExactlyElementsOf(List.of(AuditTrail.Kind.values()).reversed());
        assertThat(trail.latest(deeds.get(1).number(), 1)).containsExactly(deeds.get(2));
    }

    @Test
    void every_change_is_told_to_every_receiver_and_a_change_that_did_not_happen_to_none() {
        open("anna", "no-encryption");
        assertThat(cases().open(fresh("anna", "no-encryption"))).isFalse();
        move("anna", CaseState.WARNED);
        assertThat(cases().move(fresh("anna", "no-encryption"), CaseState.WARNED, NOW))
                .isFalse();
        spread(Set.of(hook + "-a", hook + "-b"));

        for (var one : List.of(hook + "-a", hook + "-b")) {
            var opened = deliveries().take(one, NOW, NOW.plusSeconds(60)).orElseThrow();
            assertThat(opened.change().from()).isEmpty();
            assertThat(opened.change().to()).isEqualTo(CaseState.OPEN);
            deliveries().done(opened);
            var warned = deliveries().take(one, NOW, NOW.plusSeconds(60)).orElseThrow();
            assertThat(warned.change().from()).contains(CaseState.OPEN);
            assertThat(warned.change().to()).isEqualTo(CaseState.WARNED);
            deliveries().done(warned);
            assertThat(deliveries().take(one, NOW, NOW.plusSeconds(60))).isEmpty();
        }
    }

    @Test
    void what_was_not_received_waits_and_is_not_lost() {
        open("anna", "no-encryption");
        open("bert", "no-encryption");
        spread(Set.of(hook));
        var tried = deliveries().take(hook, NOW, NOW.plusSeconds(60)).orElseThrow();
        deliveries().later(tried, NOW.plusSeconds(10));

        assertThat(deliveries().take(hook, NOW.plusSeconds(9), NOW.plusSeconds(69)))
                .isEmpty();
        assertThat(deliveries().waiting())
                .filteredOn(waiting -> waiting.hook().equals(hook))
                .singleElement()
                .satisfies(waiting -> {
                    assertThat(waiting.changes()).isEqualTo(2);
                    assertThat(waiting.attempts()).isEqualTo(1);
                });
        var again = deliveries()
                .take(hook, NOW.plusSeconds(10), NOW.plusSeconds(70))
                .orElseThrow();
        assertThat(again.change()).isEqualTo(tried.change());
        assertThat(again.attempts()).isEqualTo(2);
        assertThat(deliveries().now(hook, NOW)).isEqualTo(2);
    }

    @Test
    void nodes_that_tell_at_once_tell_each_change_once() throws Exception {
        int changes = 40;
        for (int i = 0; i < changes; i++) open("c" + i, "no-encryption");
        var told = java.util.Collections.synchronizedList(new ArrayList<Long>());
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = new ArrayList<Future<?>>();
            for (int node = 0; node < 4; node++)
                done.add(nodes.submit(() -> {
                    spread(Set.of(hook));
                    while (told.size() < changes)
                        deliveries().take(hook, NOW, NOW.plusSeconds(60)).ifPresent(mine -> {
                            told.add(mine.change().number());
                            deliveries().done(mine);
                        });
                }));
            for (var one : done) one.get();
        }

        assertThat(told).hasSize(changes).doesNotHaveDuplicates();
    }

    @Test
    void whoever_is_forgotten_is_told_of_no_more() {
        open("anna", "no-encryption");
        spread(Set.of(hook));
        cases().forget(mailbox("anna"));

        assertThat(deliveries().take(hook, NOW, NOW.plusSeconds(60))).isEmpty();
    }

    private void spread(Set<String> hooks) {
        while (deliveries().spread(hooks, NOW, 1_000) > 0) {
            // changes of other tests are in between
        }
    }

    private List<String> found(CaseBoard.Wanted wanted, int most) {
        return board().page(wanted, CaseBoard.Place.BEGINNING, most).stream()
                .map(one -> one.mailbox().localPart() + " " + one.weakness())
                .toList();
    }

    private CaseBoard.Wanted all() {
        return new CaseBoard.Wanted(Optional.empty(), Optional.empty(), mine(), "");
    }

    private Optional<Domain> mine() {
        return Domain.parse(domain);
    }

    private void open(String name, String weakness) {
        assertThat(cases().open(fresh(name, weakness))).isTrue();
    }

    private void move(String name, CaseState to) {
        cases().of(mailbox(name)).forEach(one -> cases().move(one, to, NOW));
    }

    private Case fresh(String name, String weakness) {
        var yesterday = NOW.minus(1, ChronoUnit.DAYS);
        return new Case(mailbox(name), weakness, CaseState.OPEN, NOW, NOW, yesterday, 0, Optional.empty());
    }

    private EmailAddress mailbox(String name) {
        return EmailAddress.parse(name + "@" + domain).orElseThrow();
    }

    private Cases cases() {
        return new JdbcCases(database);
    }

    private CaseBoard board() {
        return new JdbcCaseBoard(database);
    }

    private Deliveries deliveries() {
        return new JdbcDeliveries(database);
    }
}
