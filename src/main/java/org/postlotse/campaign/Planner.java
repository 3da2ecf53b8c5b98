package org.postlotse.campaign;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.catalogue.Timeline;

/** Decides what one mailbox gets. Asks nobody and changes nothing, so that a dry run and a real one can not differ. */
final class Planner {
    /** Whose programs were silent for so long is not reminded: perhaps the device is gone. */
    private static final Duration QUIET = Duration.ofDays(30);

    private static final int PERCENT = 100;

    private final CampaignSettings settings;
    private final ZoneId zone;

    Planner(CampaignSettings settings, ZoneId zone) {
        this.settings = settings;
        this.zone = zone;
    }

    /**
     * What is known of a mailbox.
     *
     * @param cases those that are active; at least one
     * @param letters all that were claimed for it
     */
    record Dossier(List<Case> cases, Optional<Recipient> recipient, List<Recipients.Sent> letters) {
        EmailAddress mailbox() {
            return cases.getFirst().mailbox();
        }

        boolean any(CaseState state) {
            return cases.stream().anyMatch(one -> one.state() == state);
        }

        boolean all(CaseState state) {
            return cases.stream().allMatch(one -> one.state() == state);
        }

        /** How often it was warned anew. */
        int round() {
            return cases.stream().mapToInt(Case::relapses).max().orElse(0);
        }

        boolean got(LetterKind kind) {
            return letters.stream()
                    .anyMatch(letter ->
                            letter.claim().round() == round() && letter.claim().kind() == kind);
        }

        Optional<Instant> lastLetter() {
            return letters.stream().map(letter -> letter.claim().at()).max(Instant::compareTo);
        }

        Instant lastInsecure() {
            return cases.stream()
                    .map(Case::lastInsecure)
                    .max(Instant::compareTo)
                    .orElseThrow();
        }
    }

    Decision decide(Dossier dossier, Timeline timeline, Control.Wave wave, Instant now) {
        var kind = kind(dossier, timeline, now);
        var why = kind.isEmpty()
                ? Optional.of(Decision.Why.NOT_YET)
                : against(dossier, kind.get(), new Situation(timeline, wave, now));
        return why.<Decision>map(reason -> new Decision.Leave(dossier.mailbox(), dossier.cases(), reason))
                .orElseGet(() -> new Decision.Send(
                        dossier.mailbox(),
                        dossier.cases(),
                        kind.orElseThrow(),
                        dossier.round(),
                        because(kind.orElseThrow())));
    }

    /** Whoever gets his first letter is told everything, whatever the schedule has reached before the date. */
    private Optional<LetterKind> kind(Dossier dossier, Timeline timeline, Instant now) {
        var today = LocalDate.ofInstant(now, zone);
        var due = settings.schedule().due(timeline, today);
        if (due.isEmpty() || !today.isBefore(timeline.cutOff())) return due;
        if (dossier.any(CaseState.RELAPSED) && !dossier.got(LetterKind.RELAPSE)) return Optional.of(LetterKind.RELAPSE);
        return dossier.letters().isEmpty() ? Optional.of(LetterKind.FIRST) : due;
    }

    private static Decision.Because because(LetterKind kind) {
        return switch (kind) {
            case FIRST -> Decision.Because.NEW;
            case REHEARSAL, HELP, LAST -> Decision.Because.STAGE;
            case AFTER, STILL_AFTER -> Decision.Because.CUT_OFF;
            case RELAPSE -> Decision.Because.RELAPSED;
            case CLOSING -> Decision.Because.CLEAN;
        };
    }

    private record Situation(Timeline timeline, Control.Wave wave, Instant now) {}

    private Optional<Decision.Why> against(Dossier dossier, LetterKind kind, Situation situation) {
        var now = situation.now();
        var today = LocalDate.ofInstant(now, zone);
        if (dossier.any(CaseState.REFUSED)) return Optional.of(Decision.Why.REFUSED);
        if (dossier.all(CaseState.PROVEN)) return Optional.of(Decision.Why.PROVEN);
        if (dossier.any(CaseState.MUTED) && today.isBefore(settings.schedule().lastCall(situation.timeline())))
            return Optional.of(Decision.Why.MUTED);
        if (dossier.got(kind)) return Optional.of(Decision.Why.NOTHING_NEW);
        if (dossier.lastLetter()
                .filter(last -> last.plus(settings.pause()).isAfter(now))
                .isPresent()) return Optional.of(Decision.Why.TOO_SOON);
        if (dossier.lastInsecure().plus(QUIET).isBefore(now)) return Optional.of(Decision.Why.QUIET);
        return inWave(dossier.mailbox(), situation.wave()) ? Optional.empty() : Optional.of(Decision.Why.NOT_IN_WAVE);
    }

    /** A stopped campaign is planned as if everybody were in it: that is the preview. */
    private boolean inWave(EmailAddress mailbox, Control.Wave wave) {
        return switch (wave.mode()) {
            case STOPPED, ALL -> true;
            case PILOT -> settings.isPilot(mailbox);
            case DOMAINS -> settings.isPilot(mailbox) || wave.domains().contains(mailbox.domain());
            case SHARE -> settings.isPilot(mailbox) || place(mailbox) < wave.share();
        };
    }

    /** From 0 to 99, the same on every node and for ever. */
    private static long place(EmailAddress mailbox) {
        var sum = new CRC32();
        sum.update(mailbox.normalised().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return sum.getValue() % PERCENT;
    }
}
