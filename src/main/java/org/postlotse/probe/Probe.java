package org.postlotse.probe;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.postlotse.catalogue.ConnectionSecurity;
import org.postlotse.catalogue.Server;
import org.postlotse.probe.Verdict.Silent;
import org.postlotse.probe.Verdict.Unreachable;
import org.postlotse.probe.Verdict.Working;

/** One login at one server. Runs on its own thread; its finding is there before it has taken its leave. */
final class Probe implements Runnable {
    private static final Duration GOODBYE = Duration.ofMillis(500);

    private final Server server;
    private final Optional<Login> login;
    private final Deadline deadline;
    private final Means means;
    private final Progress progress = new Progress();
    private final CompletableFuture<Finding> finding = new CompletableFuture<>();
    private final long begun = System.nanoTime();
    private Duration tookToRefuse = Duration.ZERO;
    private volatile int octets;

    /** Without a login it goes as far as one can without a password. */
    Probe(Server server, Optional<Login> login, Deadline deadline, Means means) {
        this.server = server;
        this.login = login;
        this.deadline = deadline;
        this.means = means;
    }

    /** What all probes share. */
    record Means(Resolver resolver, Tls tls, Restraint restraint, Restraint.Waiting waiting) {}

    @Override
    public void run() {
        try {
            if (login.map(Login::sendable).orElse(true)) ask();
            else tell(login.orElseThrow().refused());
        } catch (EarlyVerdict known) {
            tell(known.verdict());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            tell(new Silent(progress.stage()));
        } catch (RuntimeException ours) {
            // too late, the secret may be gone; in time, it is a fault of ours and no verdict about the server
            if (deadline.passed()) tell(new Silent(progress.stage()));
            else finding.completeExceptionally(ours);
        }
    }

    /** Tells the finding when it is there; nothing where the probe broke. */
    void whenEnded(Consumer<Optional<Finding>> listener) {
        finding.whenComplete((found, broken) -> listener.accept(Optional.ofNullable(found)));
    }

    /** The finding, waited for so long at most: whatever is stuck then counts as silent. */
    Finding finding(Duration most) throws InterruptedException {
        try {
            return finding.get(most.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException stuck) {
            tell(new Silent(progress.stage()));
            return finding.join();
        } catch (ExecutionException ours) {
            throw new IllegalStateException("probe of " + server, ours.getCause());
        }
    }

    private void ask() throws EarlyVerdict, InterruptedException {
        means.restraint().tact().mayAsk(server);
        Verdict verdict;
        try (var _ = means.restraint().places().take(server, deadline)) {
            verdict = converse(connection());
        } catch (EarlyVerdict known) {
            verdict = known.verdict();
        }
        means.restraint().tact().note(server, verdict, progress.stage(), toldOrigin());
        if (verdict.refusesCredentials()) hold();
        tell(verdict);
    }

    /** Waits until a refusal of any other mailbox would have come, too. */
    private void hold() throws InterruptedException {
        var more = means.restraint().pace().hold(server, tookToRefuse);
        means.waiting().pause(deadline.within(more).remaining());
    }

    private boolean toldOrigin() {
        return login.flatMap(Login::origin).isPresent() && means.restraint().tellsOrigin(server);
    }

    private GuardedSocket connection() throws EarlyVerdict, InterruptedException {
        var addresses = means.resolver().addresses(server.host(), deadline);
        progress.at(Stage.CONNECT);
        return new Dialling(addresses, server.port(), deadline).connect();
    }

    private Verdict converse(GuardedSocket socket) throws EarlyVerdict {
        try {
            var wire = new Wire(socket, progress);
            var dialogue = Dialogue.with(server, wire);
            var verdict = talk(wire, dialogue);
            tookToRefuse = progress.sinceStage();
            if (!verdict.refusesCredentials()) tell(verdict); // nobody waits for the farewell
            wire.leave(dialogue.goodbye(), deadline.within(GOODBYE));
            return verdict;
        } catch (IOException gone) {
            throw new EarlyVerdict(deadline.passed() ? new Silent(Stage.CONNECT) : new Unreachable());
        } finally {
            octets = socket.octets();
            deadline.close(socket);
        }
    }

    private Verdict talk(Wire wire, Dialogue dialogue) throws EarlyVerdict {
        if (server.security() == ConnectionSecurity.STARTTLS) {
            dialogue.greeting();
            dialogue.startTls();
            wire.secure(means.tls(), server.host());
        } else {
            wire.secure(means.tls(), server.host());
            dialogue.greeting();
        }
        if (toldOrigin()) dialogue.introduce(login.flatMap(Login::origin).orElseThrow());
        var fault = dialogue.ways();
        if (fault.isPresent()) return fault.get();
        return login.isPresent() ? dialogue.login(login.get()) : new Working();
    }

    /** How many bytes of the server were read. */
    int octets() {
        return octets;
    }

    private void tell(Verdict verdict) {
        if (finding.isDone()) return;
        var took = Duration.ofNanos(System.nanoTime() - begun);
        finding.complete(new Finding(server, verdict, words(), took, progress.encryption()));
    }

    private String words() {
        try {
            return login.map(each -> each.struckOutOf(progress.words())).orElseGet(progress::words);
        } catch (IllegalStateException gone) {
            return ""; // with the secret: nobody waits for this finding any more
        }
    }
}
