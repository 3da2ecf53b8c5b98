package org.postlotse.cli;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.postlotse.campaign.Control;
import org.postlotse.campaign.Controls;
import org.postlotse.campaign.ExcuseBook;
import org.postlotse.campaign.LetterKind;
import org.postlotse.campaign.LostLetters;
import org.postlotse.campaign.Preview;
import org.postlotse.campaign.TestLetters;
import org.postlotse.catalogue.Domain;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.staff.AuditTrail;
import org.postlotse.staff.AuditTrail.Kind;
import picocli.CommandLine;

/** The letters' switch at a terminal; by itself it only shows. */
@Singleton
@CommandLine.Command(
        name = Warn.NAME,
        mixinStandardHelpOptions = true,
        description = {
            "Shows who would get which letter now, and why; sends nothing. The processes that serve send",
            "letters once a wave has begun, and obey this switch before each of them."
        })
class Warn implements Main.Command, Callable<Integer> {
    static final String NAME = "warn";
    private static final int MOST_LOST = 1_000;

    /** Who it is, as far as a terminal knows. */
    private final String by = "terminal: " + System.getProperty("user.name", "");

    @CommandLine.Option(names = "--csv", description = "Every mailbox with its reason, in CSV (RFC 4180).")
    private boolean csv;

    @CommandLine.Option(names = "--dry-run", description = "Only show; that is so anyway.")
    private boolean dryRun;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    private final Provider<Preview> preview;
    private final Provider<Controls> controls;
    private final Provider<TestLetters> testLetters;
    private final Provider<ExcuseBook> excuses;
    private final Provider<LostLetters> lost;
    private final Provider<AuditTrail> trail;
    private final Clock clock;

    @Inject
    Warn(
            Provider<Preview> preview,
            Provider<Controls> controls,
            Provider<TestLetters> testLetters,
            Provider<ExcuseBook> excuses,
            Provider<LostLetters> lost,
            Provider<AuditTrail> trail,
            Clock clock) {
        this.preview = preview;
        this.controls = controls;
        this.testLetters = testLetters;
        this.excuses = excuses;
        this.lost = lost;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        if (csv) rows();
        else table();
        return ExitCode.FINE;
    }

    private void rows() {
        var out = spec.commandLine().getOut();
        out.print(Preview.csvHead());
        for (var mark = Optional.of(""); mark.isPresent(); ) {
            var page = preview.get().page(mark.get());
            page.lines().forEach(line -> out.print(line.csv()));
            mark = page.next();
        }
        out.flush();
    }

    private void table() {
        var control = controls.get().read();
        var summary = preview.get().summary(control.wave());
        say(words(control));
        summary.letters()
                .forEach((letter, reasons) -> reasons.forEach(
                        (why, count) -> say("%8d would get the letter “%s”: %s".formatted(count, letter, why))));
        summary.left().forEach((why, count) -> say("%8d get none: %s".formatted(count, why)));
        if (summary.letters().isEmpty() && summary.left().isEmpty()) say("No mailbox has an open case.");
        int unknown = lost.get().first(MOST_LOST).size();
        if (unknown > 0) say("%8d may be lost; “warn lost” names their mailboxes".formatted(unknown));
    }

    @CommandLine.Command(
            description = {
                "Names the mailboxes whose letter was on its way when its process was killed. It is not sent again",
                "by itself; at the desk it can be written once more."
            })
    int lost() {
        for (var letter : lost.get().first(MOST_LOST))
            say(letter.at() + "  " + letter.kind().key() + "  "
                    + letter.mailbox().normalised());
        return ExitCode.FINE;
    }

    @CommandLine.Command(description = "Begins a wave, on all nodes.", mixinStandardHelpOptions = true)
    int begin(
            @CommandLine.Option(names = "--pilot", description = "Those of postlotse.campaign.pilot.") boolean pilot,
            @CommandLine.Option(
                            names = "--domain",
                            paramLabel = "DOMAIN,…",
                            description = "Mailboxes of these domains.")
                    Optional<String> domains,
            @CommandLine.Option(names = "--share", paramLabel = "PERCENT", description = "1 to 100.")
                    Optional<Integer> share,
            @CommandLine.Option(names = "--all", description = "Everybody.") boolean all) {
        var waves = new HashSet<Control.Wave>();
        if (pilot) waves.add(Control.Wave.PILOT);
        if (all) waves.add(Control.Wave.ALL);
        share.filter(percent -> percent >= 1 && percent <= 100)
                .map(Control.Wave::share)
                .ifPresent(waves::add);
        domains.flatMap(Warn::domains).map(Control.Wave::of).ifPresent(waves::add);
        if (waves.size() != 1) return refuse("Write one of --pilot, --domain DOMAIN, --share 1…100 and --all.");
        return change(Kind.CAMPAIGN_CHANGED, Control.of(waves.iterator().next(), by, clock.instant()));
    }

    /** Empty when one of them is no domain. */
    private static Optional<Set<Domain>> domains(String names) {
        var domains = new HashSet<Domain>();
        for (var name : names.split(",")) {
            var domain = Domain.parse(name.strip());
            if (domain.isEmpty()) return Optional.empty();
            domains.add(domain.get());
        }
        return Optional.of(domains);
    }

    @CommandLine.Command(description = "Holds all letters back; the wave stays as it is.")
    int pause() {
        return change(Kind.CAMPAIGN_CHANGED, controls.get().read().pause(by, clock.instant()));
    }

    @CommandLine.Command(description = "Goes on with the wave that was paused.")
    int resume() {
        return change(Kind.CAMPAIGN_CHANGED, controls.get().read().resume(by, clock.instant()));
    }

    @CommandLine.Command(description = "Stops all letters of all nodes before the next one.")
    int stop() {
        return change(Kind.CAMPAIGN_STOPPED, Control.of(Control.Wave.STOPPED, by, clock.instant()));
    }

    /** The emergency stop is never kept back by the trail; whatever sends letters is written down before it is done. */
    private int change(Kind kind, Control control) {
        if (kind == Kind.CAMPAIGN_STOPPED) controls.get().change(control);
        note(kind, "", words(control));
        if (kind != Kind.CAMPAIGN_STOPPED) controls.get().change(control);
        say(words(control));
        return ExitCode.FINE;
    }

    private void note(Kind kind, String mailbox, String detail) {
        trail.get().note(AuditTrail.Deed.of(clock.instant(), by, kind, mailbox, detail));
    }

    @CommandLine.Command(description = "Sends a letter about a mailbox to yourself; it counts for nothing.")
    int test(
            @CommandLine.Parameters(paramLabel = "ADDRESS", description = "The mailbox of which it tells.")
                    String mailbox,
            @CommandLine.Option(names = "--to", required = true, paramLabel = "ADDRESS") String to,
            @CommandLine.Option(names = "--letter", defaultValue = "first", paramLabel = "LETTER") String letter,
            @CommandLine.Option(names = "--language", defaultValue = "de", paramLabel = "LANGUAGE") String language) {
        var about = EmailAddress.parse(mailbox);
        var reader = EmailAddress.parse(to);
        var kind = LetterKind.of(letter);
        if (about.isEmpty() || reader.isEmpty()) return refuse("Write two addresses: the mailbox, and --to.");
        if (kind.isEmpty()) return refuse("“" + letter + "” is no letter; write first, last or closing, for example.");
        note(
                Kind.TEST_LETTER,
                about.get().normalised(),
                letter + " → " + reader.get().normalised());
        boolean sent = testLetters
                .get()
                .send(new TestLetters.Wanted(about.get(), reader.get(), kind.get(), Locale.forLanguageTag(language)));
        if (sent) say("Sent.");
        else spec.commandLine().getErr().println("It was not taken: is the mailbox yours, and the mail server there?");
        return sent ? ExitCode.FINE : ExitCode.BROKEN;
    }

    @CommandLine.Command(description = "Leaves mailboxes alone: a CSV file of mailbox, reason and last day.")
    int excuse(@CommandLine.Parameters(paramLabel = "FILE") Path file) {
        try {
            var imported = excuses.get().read(Files.readAllLines(file));
            note(Kind.EXCUSED, "", imported.noted() + " ← " + file.getFileName());
            imported.faults().forEach(fault -> spec.commandLine().getErr().println(fault));
            say(imported.noted() + " mailboxes noted.");
            return imported.faults().isEmpty() ? ExitCode.FINE : ExitCode.USAGE;
        } catch (IOException unreadable) {
            return refuse(file + " can not be read.");
        }
    }

    private static String words(Control control) {
        var wave = control.wave();
        var who = switch (wave.mode()) {
            case STOPPED -> "Stopped: no letter goes out.";
            case PILOT -> "Wave: the pilot group.";
            case DOMAINS ->
                "Wave: "
                        + String.join(
                                ", ",
                                wave.domains().stream()
                                        .map(Domain::name)
                                        .sorted()
                                        .toList()) + ".";
            case SHARE -> "Wave: " + wave.share() + " % of all mailboxes.";
            case ALL -> "Wave: everybody.";
        };
        return control.paused() ? who + " Paused: no letter goes out." : who;
    }

    private void say(String words) {
        spec.commandLine().getOut().println(words);
    }

    private int refuse(String why) {
        spec.commandLine().getErr().println(why);
        return ExitCode.USAGE;
    }
}
