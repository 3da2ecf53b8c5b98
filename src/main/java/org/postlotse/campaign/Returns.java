package org.postlotse.campaign;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;

/** Letters that came back. Their mailboxes take none, and are marked so; nothing else stops for them. */
@Singleton
public class Returns {
    private final Recipients recipients;
    private final Claims claims;
    private final Cases cases;
    private final Counters counters;
    private final ReturnAddress address;
    private final Clock clock;

    @Inject
    Returns(Recipients recipients, Claims claims, Cases cases, Counters counters, ReturnAddress address, Clock clock) {
        this.recipients = recipients;
        this.claims = claims;
        this.cases = cases;
        this.counters = counters;
        this.address = address;
        this.clock = clock;
    }

    /** What came of a message that came back. */
    public enum Taken {
        /** Its mailbox is marked. */
        MARKED,
        /** It tells of a delay, or of success. */
        NOT_YET,
        /** It is about none of our letters. */
        NOT_OURS,
        /** It is no delivery report. */
        NO_REPORT
    }

    /** Reads a delivery report (RFC 3464), whole as it came. */
    public Taken message(InputStream message) {
        return DeliveryReport.read(message).map(this::report).orElse(Taken.NO_REPORT);
    }

    private Taken report(DeliveryReport report) {
        var code = report.recipients().stream()
                .flatMap(recipient -> address.code(recipient).stream())
                .findFirst()
                .or(report::code);
        if (code.isEmpty()) return Taken.NOT_OURS;
        if (!report.failed()) return Taken.NOT_YET;
        return returned(code.get()) ? Taken.MARKED : Taken.NOT_OURS;
    }

    /** A letter with this code came back for good; false where there is no such letter. */
    public boolean returned(CheckCode code) {
        return recipients.find(code).filter(this::mark).isPresent();
    }

    /** A letter came back to the address that stood on its envelope: {@code bounce+7f4k2qmd@example.org}. */
    public boolean returned(String envelopeAddress) {
        return address.code(envelopeAddress).filter(this::returned).isPresent();
    }

    /** Whether it ever got a letter: a test letter is none. */
    private boolean mark(Recipient recipient) {
        var letters = recipients.letters(recipient.mailbox());
        if (letters.isEmpty()) return false;
        var all = cases.of(recipient.mailbox());
        var moves = Delivery.moves(all, CaseState.ACTIVE, CaseState.REFUSED);
        claims.settle(letters.getLast().claim(), Recipients.Outcome.BOUNCED, clock.instant(), moves);
        counters.returned(Letters.gravest(all));
        return true;
    }

    /** How our letters' envelopes are marked. */
    interface ReturnAddress {
        /** The code in an address; empty where it is not one of ours. */
        Optional<CheckCode> code(String address);
    }
}
