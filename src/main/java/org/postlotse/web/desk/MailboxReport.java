package org.postlotse.web.desk;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postlotse.campaign.Case;
import org.postlotse.campaign.CaseState;
import org.postlotse.campaign.Cases;
import org.postlotse.campaign.CheckCode;
import org.postlotse.campaign.Recipient;
import org.postlotse.campaign.Recipients;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.evidence.Device;
import org.postlotse.evidence.Evidence;
import org.postlotse.evidence.Logins;
import org.postlotse.evidence.ProgramGuess;
import org.postlotse.evidence.Rhythm;
import org.postlotse.evidence.Weakness;
import org.postlotse.guide.Guides;
import org.postlotse.staff.AuditTrail;
import org.postlotse.web.GuessedName;

/** Gathers what is known of one mailbox. */
@Singleton
class MailboxReport {
    private static final int MOST_DEVICES = 50;
    private static final int MOST_DEEDS = 50;

    private final Cases cases;
    private final Recipients recipients;
    private final Logins logins;
    private final Evidence evidence;
    private final Guides guides;
    private final AuditTrail trail;

    @Inject
    MailboxReport(
            Cases cases, Recipients recipients, Logins logins, Evidence evidence, Guides guides, AuditTrail trail) {
        this.cases = cases;
        this.recipients = recipients;
        this.logins = logins;
        this.evidence = evidence;
        this.guides = guides;
        this.trail = trail;
    }

    /** @param operator whether the reader may see everything */
    MailboxView view(MailboxLinks.Asked asked, String here, boolean operator, Numbers numbers) {
        var mailbox = asked.mailbox();
        var mine = cases.of(mailbox);
        var recipient = recipients.find(mailbox);
        var letters = recipients.letters(mailbox).reversed();
        return new MailboxView(
                here,
                asked.shown(operator),
                recipient.map(Recipient::code).map(CheckCode::display),
                recipient.flatMap(Recipient::language).map(Locale::toLanguageTag),
                may(mine, !letters.isEmpty()),
                mine.stream().map(one -> oneCase(one, numbers)).toList(),
                devices(mailbox, operator, numbers),
                letters.stream()
                        .map(letter -> new MailboxView.Letter(
                                letter.claim().kind().key(),
                                numbers.moment(letter.claim().at()),
                                letter.outcome().name().toLowerCase(Locale.ROOT)))
                        .toList(),
                cases.changesOf(mailbox).reversed().stream()
                        .map(change -> new MailboxView.Turn(
                                numbers.moment(change.at()),
                                change.weakness(),
                                change.from().map(CaseState::key).orElse(""),
                                change.to().key()))
                        .toList(),
                trail.to(mailbox.normalised(), MOST_DEEDS).stream()
                        .map(deed -> DeedRow.of(deed, numbers))
                        .toList());
    }

    private static MailboxView.May may(List<Case> mine, boolean written) {
        return new MailboxView.May(
                any(mine, CaseState.EXCUSED),
                mine.stream().anyMatch(one -> one.state() == CaseState.EXCUSED),
                any(mine, CaseState.MUTED),
                mine.stream().anyMatch(one -> one.state() == CaseState.MUTED),
                written
                        && mine.stream()
                                .anyMatch(one ->
                                        CaseState.ACTIVE.contains(one.state()) && one.state() != CaseState.PROVEN));
    }

    private static boolean any(List<Case> mine, CaseState to) {
        return mine.stream().anyMatch(one -> one.state().mayBecome(to) && one.state() != CaseState.FIXED);
    }

    private static MailboxView.OneCase oneCase(Case one, Numbers numbers) {
        return new MailboxView.OneCase(
                one.weakness(),
                one.state().key(),
                numbers.moment(one.since()),
                numbers.moment(one.lastInsecure()),
                one.excuse()
                        .map(excuse -> excuse.reason() + " (→ " + excuse.until() + ")")
                        .orElse(""));
    }

    private List<MailboxView.Seen> devices(EmailAddress mailbox, boolean operator, Numbers numbers) {
        var all = logins.devices(mailbox);
        var days = logins.days(mailbox);
        return all.stream()
                .limit(MOST_DEVICES)
                .map(device -> {
                    var rhythm = Rhythm.of(device, days, evidence.today());
                    return seen(device, new Told(rhythm, ProgramGuess.of(device, all, rhythm)), operator, numbers);
                })
                .toList();
    }

    private record Told(Rhythm rhythm, Optional<ProgramGuess> guess) {}

    /** When somebody reads mail is the customer's own business, and from where nobody's but an operator's. */
    private MailboxView.Seen seen(Device device, Told told, boolean operator, Numbers numbers) {
        var how = device.fingerprint();
        return new MailboxView.Seen(
                told.guess()
                        .map(guess -> GuessedName.of(guess, guides, numbers.language()))
                        .orElse(""),
                told.guess()
                        .map(guess -> new MailboxView.Guess(
                                guess.reason().key(),
                                guess.reason().confidence().key())),
                MailboxView.Rhythm.of(told.rhythm()),
                how.protocol().name().toLowerCase(Locale.ROOT),
                how.weakness().map(Weakness::key).orElse(""),
                how.obsoleteTls().isEmpty() ? how.encryption().name().toLowerCase(Locale.ROOT) : how.obsoleteTls(),
                how.mechanism(),
                numbers.moment(device.first()),
                numbers.moment(device.last()),
                numbers.of(device.logins()),
                operator ? device.network() : "");
    }
}
