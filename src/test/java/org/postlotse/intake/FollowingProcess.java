package org.postlotse.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.locks.LockSupport;
import org.h2.jdbcx.JdbcDataSource;
import org.postlotse.evidence.TestEvidence;
import org.postlotse.store.SecondNode;

/** A process of its own that follows a log into a database on disk until somebody kills it; it tells how far it is. */
final class FollowingProcess {
    private static final long PAUSE = 1_000_000; // nanoseconds

    private FollowingProcess() {}

    public static void main(String... arguments) throws IOException {
        var source = new JdbcDataSource();
        source.setURL(arguments[0]);
        var clock = Clock.systemUTC();
        try (var node = new SecondNode(source, clock);
                var file = new FollowedFile(
                        Path.of(arguments[1]), () -> TestEvidence.into(node.logins()), node.logins(), clock)) {
            while (System.in.available() == 0) {
                if (!file.advance()) LockSupport.parkNanos(PAUSE);
                System.out.println(file.read().orElse(0L));
            }
        }
    }
}
