package org.postlotse.campaign;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.catalogue.EmailAddress;

/**
 * Everybody with open cases and everybody who is through, page by page: what each would get now, and why. It changes nothing,
 * and the run goes by it, too: a preview and a run can not differ.
 */
@Singleton
class Agenda {
    private static final int PAGE = 500;
    /** Whoever was fixed longer ago than this, while no letters went out, is not told any more. */
    private static final Duration TOLD_WITHIN = Duration.ofDays(30);
    /** Before the mark of a page of those who are through; no address has a colon. */
    private static final String CLOSING = "closing:";

    private static final Set<CaseState> WARNED_ON = CaseState.ACTIVE;

    private final Cases cases;
    private final Recipients recipients;
    private final CampaignSettings settings;
    private final Catalogue catalogue;
    private final Clock clock;
    private final Planner planner;

    @Inject
    Agenda(Cases cases, Recipients recipients, CampaignSettings settings, Catalogue catalogue, Clock clock) {
        this.cases = cases;
        this.recipients = recipients;
        this.settings = settings;
        this.catalogue = catalogue;
        this.clock = clock;
        planner = new Planner(settings, catalogue.zone());
    }

    /**
     * A page of decisions.
     *
     * @param next the mark of the next page; empty where this is the last one
     */
    record Page(List<Decision> decisions, Optional<String> next) {}

    /** @param mark of a page; empty for the first one */
    Page page(String mark, Control.Wave wave) {
        return mark.startsWith(CLOSING) ? closings(mark.substring(CLOSING.length())) : warnings(mark, wave);
    }

    private Page warnings(String after, Control.Wave wave) {
        var page = cases.page(WARNED_ON, after, PAGE);
        if (page.isEmpty()) return new Page(List.of(), Optional.of(CLOSING));
        var last = page.getLast().mailbox().normalised();
        var known = recipients.between(after, last).stream()
                .collect(Collectors.toMap(one -> one.mailbox().normalised(), one -> one));
        var letters = recipients.lettersBetween(after, last).stream()
                .collect(Collectors.groupingBy(one -> one.claim().mailbox().normalised()));
        var decisions = byMailbox(page).entrySet().stream()
                .map(mine -> new Planner.Dossier(
                        mine.getValue(),
                        Optional.ofNullable(known.get(mine.getKey())),
                        letters.getOrDefault(mine.getKey(), List.of())))
                .flatMap(dossier -> decided(dossier, wave).stream())
                .toList();
        return new Page(decisions, Optional.of(last));
    }

    /** Empty where the mailbox is not the hoster's any more. */
    private Optional<Decision> decided(Planner.Dossier dossier, Control.Wave wave) {
        return catalogue
                .brandOf(dossier.mailbox().domain())
                .map(brand -> planner.decide(dossier, brand.timeline(), wave, clock.instant()));
    }

    /** Those who are through hear so once, unless another case of theirs goes on. */
    private Page closings(String after) {
        var page = cases.fixedUntold(clock.instant().minus(TOLD_WITHIN), after, PAGE);
        if (page.isEmpty()) return new Page(List.of(), Optional.empty());
        var decisions = byMailbox(page).values().stream()
                .map(List::getFirst)
                .filter(one -> !concerns(one.mailbox()))
                .map(this::closing)
                .toList();
        return new Page(
                decisions, Optional.of(CLOSING + page.getLast().mailbox().normalised()));
    }

    private static Map<String, List<Case>> byMailbox(List<Case> page) {
        return page.stream()
                .collect(Collectors.groupingBy(
                        one -> one.mailbox().normalised(), LinkedHashMap::new, Collectors.toList()));
    }

    private Decision closing(Case one) {
        boolean soon = recipients
                .find(one.mailbox())
                .flatMap(Recipient::lastLetter)
                .filter(last -> last.plus(settings.pause()).isAfter(clock.instant()))
                .isPresent();
        return soon
                ? new Decision.Leave(one.mailbox(), List.of(one), Decision.Why.TOO_SOON)
                : new Decision.Send(
                        one.mailbox(), List.of(one), LetterKind.CLOSING, one.relapses(), Decision.Because.CLEAN);
    }

    private boolean concerns(EmailAddress mailbox) {
        return cases.of(mailbox).stream().anyMatch(one -> WARNED_ON.contains(one.state()));
    }
}
