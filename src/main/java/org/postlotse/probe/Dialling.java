package org.postlotse.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
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

    private enum Outcome {
        CONNECTED,
        REFUSED,
        SILENT
    }

    private record Attempt(GuardedSocket socket, Outcome outcome) {}

    GuardedSocket connect() throws EarlyVerdict, InterruptedException {
        var ended = new ArrayList<Attempt>();
        for (var address : addresses) {
            begin(address);
            await(HEAD_START).ifPresent(ended::add);
            if (connected(ended)) return chosen(ended.getLast());
        }
        while (ended.size() < addresses.size() && !deadline.passed()) {
            await(deadline.remaining()).ifPresent(ended::add);
            if (connected(ended)) return chosen(ended.getLast());
        }
        begun.forEach(deadline::close);
        boolean allRefused =
                ended.stream().filter(each -> each.outcome() == Outcome.REFUSED).count() == addresses.size();
        throw new EarlyVerdict(allRefused ? new Unreachable() : new Silent(Stage.CONNECT));
    }

    private static boolean connected(List<Attempt> ended) {
        return !ended.isEmpty() && ended.getLast().outcome() == Outcome.CONNECTED;
    }

    private void begin(InetAddress address) {
        var socket = new GuardedSocket(deadline);
        begun.add(socket);
        deadline.watch(socket);
        Thread.ofVirtual().name("probe-dial").start(() -> outcomes.add(new Attempt(socket, dial(socket, address))));
    }

    private Outcome dial(GuardedSocket socket, InetAddress address) {
        try {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(address, port.number()), deadline.remainingMillis());
            return Outcome.CONNECTED;
        } catch (SocketTimeoutException silent) {
            return Outcome.SILENT;
        } catch (IOException refused) {
            return deadline.passed() ? Outcome.SILENT : Outcome.REFUSED;
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
