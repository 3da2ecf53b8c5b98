package org.postlotse.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.postlotse.catalogue.Port;
import org.postlotse.probe.Verdict.Silent;
import org.postlotse.probe.Verdict.Unreachable;

/**
 * Opens a connection to the first address that takes it: each is tried in turn, the next one as soon as the one before
 * failed or has been silent for a moment (RFC 8305 §5).
 */
final class Dialling {
    /** RFC 8305 §8: the recommended Connection Attempt Delay. */
    private static final Duration HEAD_START = Duration.ofMillis(250);

    private final List<InetAddress> addresses;
    private final Port port;
    private final Deadline deadline;
    private final BlockingQueue<Attempt> outcomes = new LinkedBlockingQueue<>();
    private final List<GuardedSocket> begun = new ArrayList<>();

    Dialling(List<InetAddress> addresses, Port port, Deadline deadline) {
        this.addresses = addresses;
        this.port = port;
        this.deadline = deadline;
    }

    private record Attempt(GuardedSocket socket, boolean connected) {}

    GuardedSocket connect() throws EarlyVerdict, InterruptedException {
        int failed = 0;
        for (var address : addresses) {
            begin(address);
            var outcome = await(HEAD_START);
            if (outcome.isPresent() && outcome.get().connected()) return chosen(outcome.get());
            if (outcome.isPresent()) failed++;
        }
        while (failed < addresses.size()) {
            var outcome = await(deadline.remaining());
            if (outcome.isEmpty()) break;
            if (outcome.get().connected()) return chosen(outcome.get());
            failed++;
        }
        begun.forEach(deadline::close);
        throw new EarlyVerdict(deadline.passed() ? new Silent(Stage.CONNECT) : new Unreachable());
    }

    private void begin(InetAddress address) {
        var socket = new GuardedSocket(deadline);
        begun.add(socket);
        deadline.watch(socket);
        Thread.ofVirtual().name("probe-dial").start(() -> outcomes.add(new Attempt(socket, dial(socket, address))));
    }

    private boolean dial(GuardedSocket socket, InetAddress address) {
        try {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(address, port.number()), deadline.remainingMillis());
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private Optional<Attempt> await(Duration most) throws InterruptedException {
        long nanos = Math.min(most.toNanos(), deadline.remaining().toNanos());
        return Optional.ofNullable(outcomes.poll(nanos, TimeUnit.NANOSECONDS));
    }

    private GuardedSocket chosen(Attempt attempt) {
        begun.stream().filter(other -> other != attempt.socket()).forEach(deadline::close);
        return attempt.socket();
    }
}
