package org.postlotse.web.wizard;

import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import org.postlotse.campaign.Case;
import org.postlotse.campaign.CaseState;
import org.postlotse.campaign.Cases;
import org.postlotse.campaign.CheckCode;
import org.postlotse.campaign.CountedAs;
import org.postlotse.campaign.Counters;
import org.postlotse.campaign.Letters;
import org.postlotse.campaign.Recipient;
import org.postlotse.campaign.Recipients;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.evidence.Device;
import org.postlotse.evidence.Logins;
import org.postlotse.guide.Guides;
import org.postlotse.handover.Guesses;
import org.postlotse.web.Frame;
import org.postlotse.web.Texts;

/** Those who come by a letter: what they are shown, and where they go on. */
@Singleton
class Arrivals {
    private final Cases cases;
    private final Recipients recipients;
    private final Logins logins;
    private final Guesses guesses;
    private final Catalogue catalogue;
    private final Guides guides;
    private final Course course;
    private final Trail trail;
    private final Texts texts;
    private final Counters counters;
    private final Clock clock;

    @Inject
    Arrivals(
            Cases cases,
            Recipients recipients,
            Logins logins,
            Guesses guesses,
            Catalogue catalogue,
            Guides guides,
            Course course,
            Trail trail,
            Texts texts,
            Counters counters,
            Clock clock) {
        this.cases = cases;
        this.recipients = recipients;
        this.logins = logins;
        this.guesses = guesses;
        this.catalogue = catalogue;
        this.guides = guides;
        this.course = course;
        this.trail = trail;
        this.texts = texts;
        this.counters = counters;
        this.clock = clock;
    }

    /** What came of a code that was typed. */
    sealed interface Claim {
        record Known(Recipient recipient) implements Claim {}

        record Unknown() implements Claim {}

        /** Too many wrong ones were tried. */
        record Later(Duration pause) implements Claim {}
    }

    Claim by(CheckCode code, InetAddress network) {
        return switch (guesses.of(network, () -> recipients.find(code))) {
            case Guesses.Guess.Right<Recipient> right -> {
                counters.came("code", countedAs(right.found()));
                yield new Claim.Known(right.found());
            }
            case Guesses.Guess.Wrong<Recipient> wrong -> new Claim.Unknown();
            case Guesses.Guess.Later<Recipient> later -> new Claim.Later(later.pause());
        };
    }

    /** What was seen, and what has to change. */
    TemplateInstance page(Frame frame, Recipient recipient, String sealed) {
        var offer = catalogue.offer(recipient.mailbox()).orElseThrow(ExpiredLink::new);
        var when = new When(texts, frame, catalogue.zone());
        var devices = logins.devices(recipient.mailbox());
        counters.step("looked", CountedAs.of(devices));
        var names = new ProgramNames(guides, frame.language(), devices);
        var seen = Letters.insecure(devices).stream()
                .limit(SeenDevice.MOST)
                .map(device -> SeenDevice.of(device, offer, names, when))
                .toList();
        var here = frame.home() + "/w/" + sealed;
        var cutOff = frame.brand().timeline().cutOff();
        boolean over = !LocalDate.ofInstant(clock.instant(), catalogue.zone()).isBefore(cutOff);
        return new Pages.Warning(
                frame,
                recipient.mailbox().masked(),
                recipient.code().display(),
                seen,
                new Pages.WarningWays(here, over ? "" : here + "/mute", here + "/not-me"),
                when.date(cutOff));
    }

    /** Sends no reminders until shortly before the date. */
    TemplateInstance mute(Frame frame, Recipient recipient, String sealed) {
        counters.step("muted", countedAs(recipient));
        move(recipient, CaseState.MUTED, clock.instant());
        var date = new When(texts, frame, catalogue.zone())
                .date(frame.brand().timeline().cutOff());
        return new Pages.WarningMuted(frame, date, frame.home() + "/w/" + sealed);
    }

    /** What to do where the program is nobody's. */
    TemplateInstance stranger(Frame frame, Recipient recipient, String sealed) {
        counters.step("not-me", countedAs(recipient));
        return new Pages.WarningStranger(frame, frame.home() + "/w/" + sealed);
    }

    private CountedAs countedAs(Recipient recipient) {
        return CountedAs.of(logins.devices(recipient.mailbox()));
    }

    /** Marks the cases as opened; where the way goes on from here. */
    String begin(Frame frame, Recipient recipient) {
        var now = clock.instant();
        recipients.reads(recipient.mailbox(), frame.language());
        move(recipient, CaseState.OPENED, now);
        var devices = logins.devices(recipient.mailbox());
        var counted = CountedAs.of(devices);
        counters.came("link", counted);
        var latest = Letters.insecure(devices).stream().findFirst();
        var names = new ProgramNames(guides, frame.language(), devices);
        var journey = guessed(Journey.begin().of(recipient.mailbox()).vouched(now), latest, names);
        var next = course.next(frame, journey);
        counters.step("begun", counted.with(journey.program()));
        return trail.to(frame, next.journey(), next.page());
    }

    /** A program that is likely known spares two questions; whoever has another one goes back a page. */
    private static Journey guessed(Journey journey, Optional<Device> latest, ProgramNames names) {
        return latest.flatMap(names::guide)
                .map(guess -> journey.on(guess.device()).with(guess.program()))
                .orElse(journey);
    }

    private void move(Recipient recipient, CaseState to, Instant now) {
        for (Case one : cases.of(recipient.mailbox()))
            if (EnumSet.complementOf(EnumSet.of(CaseState.FIXED, CaseState.EXCUSED))
                            .contains(one.state())
                    && one.state().mayBecome(to)) cases.move(one, to, now);
    }
}
