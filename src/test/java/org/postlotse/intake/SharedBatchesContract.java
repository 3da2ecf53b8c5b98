package org.postlotse.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.catalogue.MovedClock;
import org.postlotse.evidence.AlreadyRead;
import org.postlotse.evidence.Device;
import org.postlotse.evidence.Logins;
import org.postlotse.evidence.Position;
import org.postlotse.evidence.TestEvidence;
import org.postlotse.store.StoredLogins;

/** One batch that was pushed to two nodes, on any database: however close the race, it counts once. */
abstract class SharedBatchesContract {
    private static final int ROUNDS = 40;

    @TempDir
    Path directory;

    private final MovedClock clock = new MovedClock();
    private final CyclicBarrier line = new CyclicBarrier(2);

    /** A database of this kind; empty. */
    abstract DataSource database();

    @Test
    void nodes_that_keep_the_same_batch_at_the_same_moment_count_it_once() throws Exception {
        var shared = StoredLogins.in(database());
        int late = 0;
        try (var one = new Spool(directory.resolve("one"), clock);
                var other = new Spool(directory.resolve("other"), clock);
                var atOne = following(one, lined(shared));
                var atOther = following(other, lined(shared))) {
            for (int i = 0; i < ROUNDS; i++) {
                one.add(SpoolTest.lines(2 * i, 2 * i + 1));
                other.add(SpoolTest.lines(2 * i, 2 * i + 1));
                Callable<Boolean> here = () -> wasFirst(atOne);
                Callable<Boolean> there = () -> wasFirst(atOther);
                try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
                    for (var done : both.invokeAll(List.of(here, there))) if (!done.get()) late++;
                }
            }
        }
        assertThat(late).as("nodes that found the batch kept by the other").isEqualTo(ROUNDS);
        assertThat(shared.devices(EmailAddress.parse("one@hoster.example").orElseThrow()))
                .extracting(Device::logins)
                .containsExactly(2L * ROUNDS);
    }

    /** As the follower does it. */
    private static boolean wasFirst(FollowedFile file) throws IOException {
        try {
            return file.advance();
        } catch (AlreadyRead elsewhere) {
            file.restart();
            file.advance();
            return false;
        }
    }

    private FollowedFile following(Spool spool, Logins logins) {
        return new FollowedFile(spool.file(), () -> TestEvidence.into(logins).announcedBy(spool.notes()), logins, clock)
                .upTo(spool::whole);
    }

    /** Whoever keeps a batch waits until the other is about to. */
    private Logins lined(Logins logins) {
        return (Logins) Proxy.newProxyInstance(
                Logins.class.getClassLoader(), new Class<?>[] {Logins.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("keep")
                            && arguments[arguments.length - 1] instanceof Optional<?> position
                            && position.filter(known -> hasBatch(known)).isPresent()) line.await(30, TimeUnit.SECONDS);
                    try {
                        return method.invoke(logins, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    private static boolean hasBatch(Object position) {
        return position instanceof Position known && !known.batches().isEmpty();
    }
}
