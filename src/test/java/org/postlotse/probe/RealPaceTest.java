package org.postlotse.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.catalogue.Server;
import org.postlotse.demo.ThrowAwayAuthority.Wanted;
import org.postlotse.support.Dovecot;
import org.postlotse.support.Needs;
import org.postlotse.support.Programs;
import org.postlotse.support.RealPart;

/**
 * A real Dovecot with slow hashes has one to try only for mailboxes that exist. Dovecot 2.3.19 hides most of that itself: it
 * tells refusals in batches of half a second. Other servers do not; see {@link PaceTest} for two classes far apart.
 */
@Needs(RealPart.DOVECOT)
class RealPaceTest {
    private static final int ROUNDS = 12;
    private static final Bench BENCH = new Bench();

    private static Optional<Dovecot> dovecot = Optional.empty();

    @BeforeAll
    static void start(@TempDir Path directory) {
        var hash = Programs.run("doveadm", "pw", "-s", "BLF-CRYPT", "-r", "11", "-p", "sesame")
                .output()
                .strip();
        var certificate = BENCH.intermediate.issue(Wanted.server(Bench.HOST));
        dovecot = Optional.of(Dovecot.in(directory, certificate, "erika@example.org:" + hash + "::::::\n", ""));
    }

    @AfterAll
    static void stop() {
        dovecot.ifPresent(Dovecot::close);
    }

    @Test
    void tells_no_more_by_time_than_by_words() {
        var clock = Clock.systemUTC();
        var unhidden = share(new Pace(Duration.ZERO, clock, new Random()), time -> {});
        var hidden = share(new Pace(Duration.ofMillis(400), clock, new Random()), Thread::sleep);
        System.out.printf(
                "a wrong password is refused later than an unknown mailbox: %.2f of all pairs by Dovecot, %.2f by the check%n",
                unhidden, hidden);

        assertThat(hidden).isBetween(0.1, 0.9); // chance is 0.5 ± 0.12
    }

    /** Of all pairs of a wrong password and an unknown mailbox, those in which the wrong password took longer. */
    private static double share(Pace pace, Restraint.Waiting waiting) {
        var server = RealStates.imap(dovecot.orElseThrow());
        var restraint =
                new Restraint(new Places(9, 9), new Tact(Duration.ofSeconds(1), Clock.systemUTC()), pace, Set.of());
        took(server, restraint, waiting, "erika@example.org"); // from here on both classes have been measured
        var wrong = new ArrayList<Duration>();
        var unknown = new ArrayList<Duration>();
        for (int i = 0; i < ROUNDS; i++) {
            unknown.add(took(server, restraint, waiting, "nobody" + i + "@example.org"));
            wrong.add(took(server, restraint, waiting, "erika@example.org"));
        }
        long later = wrong.stream()
                .mapToLong(one -> unknown.stream()
                        .filter(other -> one.compareTo(other) > 0)
                        .count())
                .sum();
        return later / (double) (ROUNDS * ROUNDS);
    }

    private static Duration took(Server server, Restraint restraint, Restraint.Waiting waiting, String mailbox) {
        var address = EmailAddress.parse(mailbox).orElseThrow();
        try (var secret = Secret.of("wrong".toCharArray())) {
            var settings = new ProbeSettings(Bench.LONG, BENCH.trust);
            var finding = new Probes(settings, Clock.systemUTC(), Bench.LOOPBACK, restraint, waiting)
                    .ask(Bench.offer(List.of(server)), new Credentials(address, Optional.empty(), secret))
                    .findings()
                    .getFirst();
            assertThat(finding.verdict().kind()).isEqualTo("wrong-password");
            return finding.took();
        }
    }
}
