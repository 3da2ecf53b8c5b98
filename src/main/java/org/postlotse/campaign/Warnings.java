package org.postlotse.campaign;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/** The run over all mailboxes: sends what is due, on as many nodes as like to. */
@Singleton
public class Warnings {
    private static final Logger LOG = Logger.getLogger(Warnings.class);
    /** So many letters in a row that the mail server did not take are its trouble and not the mailboxes'. */
    private static final int MOST_IN_A_ROW = 5;

    private final Agenda agenda;
    private final Letters letters;
    private final Delivery delivery;
    private final Gate gate;
    private final Controls controls;
    private final Post post;
    private final SecureRandom random = new SecureRandom();

    @Inject
    Warnings(Agenda agenda, Letters letters, Delivery delivery, Gate gate, Controls controls, Post post) {
        this.agenda = agenda;
        this.letters = letters;
        this.delivery = delivery;
        this.gate = gate;
        this.controls = controls;
        this.post = post;
    }

    /**
     * How a run went.
     *
     * @param sent letters that the mail server took
     * @param refused mailboxes that take none
     * @param failed letters of which nobody knows, or which were turned away for what they say; none is sent again
     * @param later letters that were certainly not taken and are tried again
     * @param stopped why it went no further; empty where it came to the end
     */
    public record Run(int sent, int refused, int failed, int later, Optional<Obstacle> stopped) {
        boolean any() {
            return sent + refused + failed + later > 0;
        }
    }

    /** Why nothing may be sent now; empty where it may. */
    public Optional<Obstacle> obstacle() {
        return gate.obstacle();
    }

    /** The process ends: no more letter is begun. */
    void end() {
        gate.end();
    }

    /** Sends what is due, until there is no more of it or something stops it. */
    public Run run() {
        var tally = new Tally();
        gate.obstacle().ifPresent(tally::stop);
        var wave = controls.read().wave();
        for (var mark = Optional.of(""); mark.isPresent() && tally.goesOn(); ) {
            var page = agenda.page(mark.get(), wave);
            send(page.decisions(), tally);
            mark = page.next();
        }
        var run = tally.run();
        if (run.any())
            LOG.infof(
                    "letters: %d sent, %d refused, %d failed, %d to be tried again",
                    run.sent(), run.refused(), run.failed(), run.later());
        return run;
    }

    /** Some at the same time, and every node in an order of its own, so that they seldom want the same one. */
    private void send(List<Decision> decisions, Tally tally) {
        var due = new ArrayList<Decision.Send>();
        for (var one : decisions) if (one instanceof Decision.Send send) due.add(send);
        Collections.shuffle(due, random);
        var met = letters.recipients(due.stream().map(Decision.Send::mailbox).toList());
        var places = new Semaphore(Math.max(1, post.connections()));
        try (var carriers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : due) {
                places.acquire();
                if (!tally.goesOn()) return;
                carriers.execute(() -> {
                    try {
                        tally.add(delivery.send(
                                one,
                                Objects.requireNonNull(met.get(one.mailbox().normalised()))));
                    } catch (RuntimeException broken) {
                        LOG.errorf(broken, "a letter to %s", one.mailbox());
                        tally.stop(Obstacle.MAIL_SERVER);
                    } finally {
                        places.release();
                    }
                });
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            tally.stop(Obstacle.ENDING);
        }
    }

    private static final class Tally {
        private final AtomicInteger sent = new AtomicInteger();
        private final AtomicInteger refused = new AtomicInteger();
        private final AtomicInteger failed = new AtomicInteger();
        private final AtomicInteger later = new AtomicInteger();
        private final AtomicInteger inARow = new AtomicInteger();
        private final AtomicReference<Optional<Obstacle>> stopped = new AtomicReference<>(Optional.empty());

        void add(Delivery.Result result) {
            switch (result) {
                case Delivery.Result.Held held -> stop(held.obstacle());
                case Delivery.Result.Spared spared -> {}
                case Delivery.Result.Done done -> {
                    counter(done.reply()).incrementAndGet();
                    boolean told = done.reply() == Post.Reply.TAKEN || done.reply() == Post.Reply.REFUSED;
                    if (told) inARow.set(0);
                    else if (inARow.incrementAndGet() >= MOST_IN_A_ROW) stop(Obstacle.MAIL_SERVER);
                }
            }
        }

        private AtomicInteger counter(Post.Reply reply) {
            return switch (reply) {
                case TAKEN -> sent;
                case REFUSED -> refused;
                case REJECTED, UNKNOWN -> failed;
                case NOT_TAKEN -> later;
            };
        }

        void stop(Obstacle why) {
            stopped.compareAndSet(Optional.empty(), Optional.of(why));
        }

        boolean goesOn() {
            return stopped.get().isEmpty();
        }

        Run run() {
            return new Run(sent.get(), refused.get(), failed.get(), later.get(), stopped.get());
        }
    }
}
