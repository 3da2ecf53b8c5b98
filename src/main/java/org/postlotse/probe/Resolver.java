package org.postlotse.probe;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.postlotse.catalogue.Host;
import org.postlotse.probe.Verdict.NameUnknown;
import org.postlotse.probe.Verdict.Silent;

/**
 * Looks names up without ever waiting beyond the deadline. The system's resolver can not be interrupted and holds its
 * carrier, so it runs on a few platform threads: a DNS server that is silent must not stop the virtual ones.
 */
final class Resolver {
    private static final int MOST_AT_ONCE = 16;
    private static final int MOST_ADDRESSES = 8;

    private final Names names;
    private final ExecutorService threads;

    Resolver(Names names) {
        this.names = names;
        var factory = Thread.ofPlatform().daemon().name("probe-names-", 0).factory();
        var pool = new ThreadPoolExecutor(
                MOST_AT_ONCE, MOST_AT_ONCE, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
        pool.allowCoreThreadTimeOut(true);
        threads = pool;
    }

    /** One address at least. */
    List<InetAddress> addresses(Host host, Deadline deadline) throws EarlyVerdict, InterruptedException {
        var asked = threads.submit(() -> names.of(host));
        try {
            var found = asked.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
            if (found.isEmpty()) throw new EarlyVerdict(new NameUnknown());
            return found.stream().limit(MOST_ADDRESSES).toList();
        } catch (TimeoutException silent) {
            asked.cancel(false);
            throw new EarlyVerdict(new Silent(Stage.RESOLVE));
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof UnknownHostException) throw new EarlyVerdict(new NameUnknown());
            throw new IllegalStateException(failed.getCause());
        }
    }
}
