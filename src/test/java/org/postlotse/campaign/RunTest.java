package org.postlotse.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postlotse.catalogue.Domain;

/** The run over all mailboxes: whose turn it is, what stops it, and what it does with what the mail server says. */
class RunTest {
    private final House house = House.usual();

    @Test
    void the_pilot_group_comes_first_and_every_wave_has_it() {
        var piloted = House.with(Map.of("pilot[0]", "erika@example.test"));
        piloted.crowd(10);
        piloted.opened("erika").wave(Control.Wave.PILOT).step();
        assertThat(piloted.post.taken()).containsExactly("erika@example.test first");

        piloted.wave(Control.Wave.of(Set.of(new Domain("xn--mller-kva.example"))))
                .step();
        assertThat(piloted.post.taken()).hasSize(1);
        piloted.wave(Control.Wave.of(Set.of(new Domain("example.test")))).step();
        assertThat(piloted.post.taken()).hasSize(11);
    }

    @Test
    void whoever_is_in_a_share_is_in_every_larger_one() {
        house.crowd(60);
        var before = Set.<String>of();
        for (int share : List.of(5, 20, 50, 100)) {
            var in = Set.copyOf(house.preview.page("", Control.Wave.share(share)).lines().stream()
                    .filter(Preview.Line::letter)
                    .map(line -> line.decision().mailbox().normalised())
                    .toList());
            assertThat(in).containsAll(before);
            before = in;
        }
        assertThat(before).hasSize(60);
    }

    @Test
    void a_pause_keeps_the_wave_and_a_stop_ends_it_before_the_next_letter() {
        house.crowd(20);
        house.wave(Control.Wave.share(80));
        var sent = new java.util.concurrent.atomic.AtomicInteger();
        house.post.answering(letter -> {
            if (sent.incrementAndGet() == 5)
                house.store.controls().change(house.store.controls().read().pause("test", house.clock.instant()));
            return Post.Reply.TAKEN;
        });

        assertThat(house.warnings.run().stopped()).contains(Obstacle.PAUSED);

        assertThat(sent.get()).isLessThanOrEqualTo(5 + house.post.connections());
        var paused = house.store.controls().read();
        house.store.controls().change(paused.resume("test", house.clock.instant()));
        assertThat(house.store.controls().read().wave()).isEqualTo(Control.Wave.share(80));
        assertThat(house.warnings.run().stopped()).isEmpty();
    }

    @Test
    void what_was_certainly_not_taken_is_tried_again_and_everything_else_is_not() {
        house.crowd(4);
        house.everybody().post.answering(letter -> switch (name(letter)) {
            case "c0" -> Post.Reply.NOT_TAKEN;
            case "c1" -> Post.Reply.UNKNOWN;
            case "c2" -> Post.Reply.REJECTED;
            default -> Post.Reply.TAKEN;
        });

        assertThat(house.warnings.run()).isEqualTo(new Warnings.Run(1, 0, 2, 1, Optional.empty()));

        house.post.answering(letter -> Post.Reply.TAKEN);
        house.warnings.run();
        assertThat(house.post.taken()).containsExactly("c3@example.test first", "c0@example.test first");
        assertThat(house.states("c1")).containsExactly(CaseState.OPEN);
    }

    @Test
    void a_mail_server_that_is_down_stops_the_run_and_costs_no_letter() {
        house.crowd(30);
        house.everybody().post.answering(letter -> Post.Reply.NOT_TAKEN);
        var run = house.warnings.run();
        assertThat(run.stopped()).contains(Obstacle.MAIL_SERVER);
        assertThat(run.later()).isLessThan(12);

        house.post.answering(letter -> Post.Reply.TAKEN);
        assertThat(house.warnings.run().sent()).isEqualTo(30);
    }

    @Test
    void refused_mailboxes_do_not_stop_the_run() {
        house.crowd(30);
        house.everybody()
                .post
                .answering(letter -> name(letter).hashCode() % 3 == 0 ? Post.Reply.TAKEN : Post.Reply.REFUSED);
        var run = house.warnings.run();

        assertThat(run.stopped()).isEmpty();
        assertThat(run.sent() + run.refused()).isEqualTo(30);
        assertThat(run.refused()).isGreaterThan(5);
    }

    @Test
    void several_nodes_send_every_letter_once_and_no_faster_than_one() throws Exception {
        house.crowd(120);
        house.everybody();
        var nodes = IntStream.range(0, 4)
                .mapToObj(number -> house.neighbour(Map.of("per-second", "1000", "per-hour", "100")))
                .toList();
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var run : all.invokeAll(nodes.stream()
                    .map(node -> (java.util.concurrent.Callable<Warnings.Run>) node.warnings::run)
                    .toList())) assertThat(run.get().stopped()).contains(Obstacle.PER_HOUR);
        }
        var taken = nodes.stream().flatMap(node -> node.post.taken().stream()).toList();

        assertThat(taken).hasSizeBetween(88, 100).doesNotHaveDuplicates(); // a lost race costs a turn
        house.clock.move(Duration.ofHours(1));
        nodes.getFirst().warnings.run();
        assertThat(nodes.stream().flatMap(node -> node.post.taken().stream()))
                .hasSize(120)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_letter_that_is_no_longer_due_when_its_turn_comes_is_spared() {
        house.crowd(6);
        house.everybody().post.answering(letter -> {
            for (int i = 0; i < 6; i++)
                if (!("c" + i).equals(name(letter)) && house.states("c" + i).contains(CaseState.OPEN))
                    house.excuses.note(House.mailbox("c" + i), new Case.Excuse("just now", LocalDate.MAX));
            return Post.Reply.TAKEN;
        });

        assertThat(house.warnings.run().sent()).isLessThanOrEqualTo(house.post.connections());
    }

    private static String name(Letter letter) {
        return letter.recipient().mailbox().localPart();
    }
}
