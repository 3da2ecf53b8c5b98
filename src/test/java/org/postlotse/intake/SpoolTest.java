package org.postlotse.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.catalogue.MovedClock;
import org.postlotse.evidence.AlreadyRead;
import org.postlotse.evidence.Device;
import org.postlotse.evidence.Logins;
import org.postlotse.evidence.MemoryLogins;
import org.postlotse.evidence.TestEvidence;
import org.postlotse.store.StoredLogins;

/** Pushed lines count once: sent again, torn by a kill, turned over. */
class SpoolTest {
    @TempDir
    Path directory;

    private final MovedClock clock = new MovedClock();
    private final MemoryLogins logins = new MemoryLogins();

    @Test
    void a_batch_that_is_sent_again_counts_once_even_after_a_restart() throws IOException {
        try (var spool = spool();
                var file = following(spool)) {
            assertThat(spool.add(lines(1, 2))).isTrue();
            assertThat(spool.add(lines(1, 2))).isFalse();
            file.advance();
        }
        try (var spool = spool();
                var file = following(spool)) {
            assertThat(spool.add(lines(1, 2))).isFalse();
            assertThat(spool.add(lines(3))).isTrue();
            file.advance();
        }
        assertThat(logins.logins()).isEqualTo(3);
    }

    @Test
    void a_batch_that_is_sent_again_to_another_node_counts_once() throws IOException {
        try (var one = spool();
                var other = new Spool(directory.resolve("other"), clock);
                var atOne = following(one);
                var atOther = following(other)) {
            one.add(lines(1, 2));
            atOne.advance();
            other.append(lines(3));
            other.add(lines(1, 2));
            other.add(lines(4));
            atOther.advance();
        }
        assertThat(logins.logins()).isEqualTo(4);
    }

    @Test
    void nodes_that_read_the_same_batch_at_the_same_time_count_it_once() throws Exception {
        var source = new JdbcDataSource();
        source.setURL(
                "jdbc:h2:mem:shared;DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
        var shared = StoredLogins.in(source);
        try (var one = spool();
                var other = new Spool(directory.resolve("other"), clock);
                var atOne = following(one, shared);
                var atOther = following(other, shared)) {
            for (int i = 0; i < 40; i++) {
                one.add(lines(2 * i, 2 * i + 1));
                other.add(lines(2 * i, 2 * i + 1));
                Callable<Boolean> here = () -> advanced(atOne);
                Callable<Boolean> there = () -> advanced(atOther);
                try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
                    for (var done : both.invokeAll(List.of(here, there))) done.get();
                }
            }
        }
        assertThat(shared.devices(EmailAddress.parse("one@hoster.example").orElseThrow()))
                .extracting(Device::logins)
                .containsExactly(80L);
    }

    /** As the follower does it. */
    private static boolean advanced(FollowedFile file) throws IOException {
        try {
            return file.advance();
        } catch (AlreadyRead elsewhere) {
            file.restart();
            return file.advance();
        }
    }

    @Test
    void a_batch_that_a_kill_tore_counts_when_it_is_sent_again_and_not_before() throws IOException {
        try (var spool = spool();
                var file = following(spool)) {
            spool.add(lines(1));
            file.advance();
            var whole = Files.readAllBytes(spool.file());
            spool.add(lines(2, 3));
            Files.write(spool.file(), Arrays.copyOf(Files.readAllBytes(spool.file()), whole.length + 280));
        }
        try (var spool = spool();
                var file = following(spool)) {
            file.advance();
            assertThat(logins.logins()).isEqualTo(1);
            assertThat(spool.add(lines(2, 3))).isTrue();
            file.advance();
        }
        assertThat(logins.logins()).isEqualTo(3);
    }

    @Test
    void nobody_passes_lines_off_as_a_batch_note() throws IOException {
        try (var spool = spool();
                var file = following(spool)) {
            spool.append(("2026-11-20T10:00:00Z postlotse postlotse: batch " + UUID.randomUUID() + " " + "a".repeat(64)
                            + " 999999999\n")
                    .getBytes(StandardCharsets.US_ASCII));
            spool.add(lines(1));
            file.advance();
        }
        try (var spool = spool()) {
            assertThat(spool.add(lines(1))).isFalse(); // nothing was cut off
        }
        assertThat(logins.logins()).isEqualTo(1);
    }

    @Test
    void a_line_that_a_kill_tore_harms_no_other() throws IOException {
        spool().close();
        Files.writeString(directory.resolve("pushed.log"), "2026-11-20T10:00", StandardOpenOption.APPEND);
        try (var spool = spool();
                var file = following(spool)) {
            spool.add(lines(1));
            file.advance();
        }
        assertThat(logins.logins()).isEqualTo(1);
    }

    @Test
    void a_large_spool_is_turned_over_and_deleted_when_it_is_read() throws IOException {
        var turned = directory.resolve("pushed.log.1");
        var filling = (" ".repeat(1_000) + "\n").repeat(34_000).getBytes(StandardCharsets.US_ASCII);
        try (var spool = spool();
                var file = following(spool)) {
            spool.append(filling);
            spool.add(lines(1));
            file.advance();
            spool.turn(file.isThroughWithRenamed());
            assertThat(turned).exists();

            spool.add(lines(2));
            file.advance();
            spool.turn(file.isThroughWithRenamed());
            assertThat(turned).exists();
            assertThat(spool.add(lines(1))).isFalse();

            clock.move(Duration.ofMinutes(2));
            file.advance();
            spool.turn(file.isThroughWithRenamed());
            assertThat(turned).doesNotExist();
        }
        assertThat(logins.logins()).isEqualTo(2);
    }

    @Test
    void where_nothing_can_be_written_nothing_is_said_to_be_kept() throws IOException {
        var spool = spool();
        spool.close();

        assertThatThrownBy(() -> spool.add(lines(1))).isInstanceOf(IOException.class);
    }

    private Spool spool() throws IOException {
        return new Spool(directory, clock);
    }

    private FollowedFile following(Spool spool) {
        return following(spool, logins);
    }

    private FollowedFile following(Spool spool, Logins logins) {
        return new FollowedFile(spool.file(), () -> TestEvidence.into(logins).announcedBy(spool.notes()), logins, clock)
                .upTo(spool::whole);
    }

    private static byte[] lines(int... numbers) {
        var lines = new StringBuilder();
        for (int number : numbers)
            lines.append(
                    "2026-11-20T10:00:00Z mx dovecot: imap-login: Login: user=<one@hoster.example>, method=PLAIN, rip=192.0.2.7, lip=192.0.2.1, mpid=%d, TLS, session=<%d>\n"
                            .formatted(number, number));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }
}
