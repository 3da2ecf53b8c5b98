package org.postlotse.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RememberedSourceTest {
    private static final Domain CUSTOMER = new Domain("customer.test");
    private static final DomainReply OURS = new DomainReply.Ours(Brand.MAIN, Duration.ofMinutes(5));
    private static final DomainReply UNKNOWN = new DomainReply.Unknown(Duration.ofMinutes(2));
    private static final DomainReply SILENT = new DomainReply.Silent("no answer");

    private final AtomicInteger asked = new AtomicInteger();
    private Instant now = Instant.parse("2024-06-01T10:00:00Z");
    private DomainReply reply = OURS;

    @Test
    void a_yes_and_a_no_are_believed_as_long_as_they_say() {
        var source = source(domain -> reply);

        assertThat(source.brandOf(CUSTOMER)).contains(Brand.MAIN);
        later(Duration.ofSeconds(299));
        assertThat(source.brandOf(CUSTOMER)).contains(Brand.MAIN);
        assertThat(asked).hasValue(1);

        reply = UNKNOWN;
        later(Duration.ofSeconds(1));
        assertThat(source.brandOf(CUSTOMER)).isEmpty();
        later(Duration.ofSeconds(119));
        assertThat(source.brandOf(CUSTOMER)).isEmpty();
        assertThat(asked).hasValue(2);

        reply = OURS;
        later(Duration.ofSeconds(1));
        assertThat(source.brandOf(CUSTOMER)).contains(Brand.MAIN);
    }

    @Test
    void what_was_said_last_is_used_on_while_there_is_silence() {
        var source = source(domain -> reply);
        source.brandOf(CUSTOMER);

        reply = SILENT;
        later(Duration.ofHours(1));
        assertThat(source.brandOf(CUSTOMER)).contains(Brand.MAIN);
        later(Duration.ofDays(2));
        assertThat(source.brandOf(CUSTOMER)).contains(Brand.MAIN);
        later(Duration.ofDays(1));
        assertThat(source.brandOf(CUSTOMER)).isEmpty();
    }

    @Test
    void silence_is_asked_again_after_half_a_minute() {
        reply = SILENT;
        var source = source(domain -> reply);

        assertThat(source.brandOf(CUSTOMER)).isEmpty();
        assertThat(source.brandOf(CUSTOMER)).isEmpty();
        assertThat(asked).hasValue(1);

        reply = OURS;
        later(Duration.ofSeconds(30));
        assertThat(source.brandOf(CUSTOMER)).contains(Brand.MAIN);
    }

    @Test
    void silence_is_told_when_it_is_no_accident_and_not_any_more_when_it_is_over() {
        var source = source(domain -> reply);
        reply = SILENT;
        source.brandOf(new Domain("a.test"));
        source.brandOf(new Domain("b.test"));
        assertThat(source.complaint()).isEmpty();

        source.brandOf(new Domain("c.test"));
        assertThat(source.complaint()).contains("no answer");

        reply = UNKNOWN;
        source.brandOf(new Domain("d.test"));
        assertThat(source.complaint()).isEmpty();
    }

    @Test
    void a_brand_that_there_is_not_serves_nobody() {
        reply = new DomainReply.Ours("nowhere", Duration.ofMinutes(5));
        var source = source(domain -> reply);
        for (var name : List.of("a.test", "b.test", "c.test"))
            assertThat(source.brandOf(new Domain(name))).isEmpty();

        assertThat(source.complaint()).contains("says brand “nowhere”, which there is not");
    }

    @Test
    void a_flood_of_strangers_displaces_no_domain_of_ours() {
        var source = source(domain -> domain.equals(CUSTOMER) ? OURS : UNKNOWN);
        source.brandOf(CUSTOMER);
        for (int i = 0; i < 10_001; i++) source.brandOf(new Domain("n" + i + ".test"));
        int before = asked.get();

        source.brandOf(CUSTOMER);
        assertThat(asked).hasValue(before);
        source.brandOf(new Domain("n0.test"));
        assertThat(asked).hasValue(before + 1);
    }

    @Test
    void times_out_of_all_reason_are_bounded() {
        reply = new DomainReply.Ours(Brand.MAIN, Duration.ZERO);
        var source = source(domain -> reply);
        source.brandOf(CUSTOMER);
        later(Duration.ofSeconds(9));
        source.brandOf(CUSTOMER);
        assertThat(asked).hasValue(1);

        reply = new DomainReply.Ours(Brand.MAIN, Duration.ofDays(400));
        later(Duration.ofSeconds(1));
        source.brandOf(CUSTOMER);
        later(Duration.ofDays(1));
        source.brandOf(CUSTOMER);
        assertThat(asked).hasValue(3);
    }

    @Test
    void many_who_ask_for_one_domain_at_once_make_one_question() throws Exception {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var source = source(domain -> {
            begun.countDown();
            await(go);
            return OURS;
        });
        var answers = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers.add(
                    threads.submit(() -> assertThat(source.brandOf(CUSTOMER)).contains(Brand.MAIN)));
            await(begun);
            for (int i = 0; i < 50; i++)
                answers.add(threads.submit(
                        () -> assertThat(source.brandOf(CUSTOMER)).contains(Brand.MAIN)));
            go.countDown();
            for (var answer : answers) answer.get();
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void never_more_than_eight_questions_are_under_way() {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        var eight = new CountDownLatch(8);
        var source = source(domain -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            eight.countDown();
            await(eight);
            now.decrementAndGet();
            return UNKNOWN;
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                var domain = new Domain("n" + i + ".test");
                threads.submit(() -> source.brandOf(domain));
            }
        }
        assertThat(most).hasValue(8);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private void later(Duration time) {
        now = now.plus(time);
    }

    private RememberedSource source(Function<Domain, DomainReply> replies) {
        InstantSource clock = () -> now;
        var source = new DomainSource() {
            @Override
            public String id() {
                return "test";
            }

            @Override
            public boolean configured() {
                return true;
            }

            @Override
            public DomainReply ask(Domain domain) {
                asked.incrementAndGet();
                return replies.apply(domain);
            }
        };
        return new RememberedSource(source, Set.of(Brand.MAIN), clock.withZone(ZoneOffset.UTC));
    }
}
