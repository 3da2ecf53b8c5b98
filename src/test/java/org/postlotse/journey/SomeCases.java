package org.postlotse.journey;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postlotse.campaign.Case;
import org.postlotse.campaign.CaseBoard;
import org.postlotse.campaign.CaseState;
import org.postlotse.campaign.Cases;
import org.postlotse.campaign.CheckCode;
import org.postlotse.campaign.Claims;
import org.postlotse.campaign.LetterKind;
import org.postlotse.campaign.Recipients;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.evidence.Encryption;
import org.postlotse.evidence.Fingerprint;
import org.postlotse.evidence.LoginProtocol;
import org.postlotse.evidence.Logins;
import org.postlotse.evidence.Sightings;

/** Mailboxes with cases in a running product, as logs and letters would have made them. */
@Singleton
class SomeCases {
    private final Cases cases;
    private final CaseBoard board;
    private final Recipients recipients;
    private final Claims claims;
    private final Logins logins;
    private final Clock clock;

    @Inject
    SomeCases(Cases cases, CaseBoard board, Recipients recipients, Claims claims, Logins logins, Clock clock) {
        this.cases = cases;
        this.board = board;
        this.recipients = recipients;
        this.claims = claims;
        this.logins = logins;
        this.clock = clock;
    }

    /** A mailbox that logged in without encryption yesterday and has a case that went this way. */
    EmailAddress with(String name, CaseState... way) {
        return with(
                name, new Fingerprint(LoginProtocol.IMAP, Encryption.NONE, "", "PLAIN", "", "Thunderbird 115.3"), way);
    }

    /** The same in this way. */
    EmailAddress with(String name, Fingerprint how, CaseState... way) {
        var mailbox = EmailAddress.parse(name + "@demo.example").orElseThrow();
        var now = clock.instant();
        var yesterday = now.minus(Duration.ofDays(1));
        logins.keep(
                List.of(Sightings.of(mailbox.normalised(), how, "203.0.113.20", yesterday.toString())),
                Optional.empty());
        cases.open(new Case(mailbox, "no-encryption", CaseState.OPEN, now, now, yesterday, 0, Optional.empty()));
        for (var state : way) cases.of(mailbox).forEach(one -> cases.move(one, state, now));
        board.keep(LocalDate.ofInstant(now, ZoneOffset.UTC));
        return mailbox;
    }

    /** Its first letter went out, with this code. */
    void written(EmailAddress mailbox, String letters) {
        code(mailbox, letters);
        var claim = new Recipients.Claim(mailbox, LetterKind.FIRST, 0, clock.instant());
        claims.claim(claim, cases.of(mailbox), Duration.ZERO);
        claims.settle(claim, Recipients.Outcome.SENT, clock.instant(), List.of());
    }

    /** The code of a mailbox' letters. */
    CheckCode code(EmailAddress mailbox, String letters) {
        return recipients
                .meet(Map.of(mailbox, new CheckCode(letters)))
                .getFirst()
                .code();
    }

    List<CaseState> states(EmailAddress mailbox) {
        return cases.of(mailbox).stream().map(Case::state).toList();
    }
}
