package org.postlotse.campaign;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.catalogue.EmailAddress;

/**
 * Mailboxes that are left alone until a day, each for a reason: a printer that can not encrypt, a customer in hospital. Some
 * stand in the settings, others were noted by operators.
 */
@Singleton
public class ExcuseBook {
    public static final int LONGEST_REASON = 200;
    private static final int PAGE = 1_000;

    private final CampaignSettings settings;
    private final Excuses noted;
    private final Cases cases;
    private final Catalogue catalogue;
    private final Clock clock;

    @Inject
    ExcuseBook(CampaignSettings settings, Excuses noted, Cases cases, Catalogue catalogue, Clock clock) {
        this.settings = settings;
        this.noted = noted;
        this.cases = cases;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** The excuse of a mailbox that is good today. */
    public Optional<Case.Excuse> of(EmailAddress mailbox) {
        return noted.of(mailbox)
                .filter(this::isGood)
                .or(() -> settings.excuse(mailbox).filter(this::isGood));
    }

    /** What operators noted; some may be over. What stands in the settings is not among them. */
    public Map<EmailAddress, Case.Excuse> noted() {
        return noted.all();
    }

    /** Notes an excuse, and leaves the mailbox' cases alone from now on; how many those are. */
    public int note(EmailAddress mailbox, Case.Excuse excuse) {
        noted.note(mailbox, excuse);
        return apply(mailbox);
    }

    /** Takes an excuse back: the mailbox' cases are open again. False where there was none that was noted. */
    public boolean withdraw(EmailAddress mailbox) {
        boolean there = noted.withdraw(mailbox);
        for (var one : cases.of(mailbox)) endIfOver(one);
        return there;
    }

    /**
     * Rows of CSV: mailbox, reason, the last day.
     *
     * @param noted how many were noted; none where there are faults
     * @param faults each with the number of its line
     */
    public record Imported(int noted, List<String> faults) {}

    /** Notes a whole list, or, where any line of it is wrong, nothing. */
    public Imported read(List<String> lines) {
        var rows = new ArrayList<Row>();
        var faults = new ArrayList<String>();
        for (var line : Csv.mailboxes(lines)) {
            var row = row(line.fields());
            row.ifPresent(rows::add);
            if (row.isEmpty())
                faults.add("line " + line.line() + ": write mailbox, reason and last day, such as"
                        + " erika@example.org,printer without TLS,2027-06-30");
        }
        if (faults.isEmpty()) rows.forEach(row -> note(row.mailbox(), row.excuse()));
        return new Imported(faults.isEmpty() ? rows.size() : 0, List.copyOf(faults));
    }

    private record Row(EmailAddress mailbox, Case.Excuse excuse) {}

    private static Optional<Row> row(List<String> fields) {
        if (fields.size() != 3) return Optional.empty();
        return EmailAddress.parse(fields.getFirst())
                .flatMap(mailbox -> excuse(fields.get(1), fields.get(2)).map(excuse -> new Row(mailbox, excuse)));
    }

    /** Reads what somebody typed; empty where there is no reason, a very long one, or no date. */
    public static Optional<Case.Excuse> excuse(String reason, String until) {
        if (reason.isBlank() || reason.strip().length() > LONGEST_REASON) return Optional.empty();
        try {
            return Optional.of(new Case.Excuse(reason.strip(), LocalDate.parse(until.strip())));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** Applies what stands in the settings; they may have been changed since the last start. */
    void applySettings() {
        settings.excused().forEach(this::apply);
    }

    /** Leaves a mailbox' cases alone if there is a reason; how many those are. */
    int apply(EmailAddress mailbox) {
        int left = 0;
        var excuse = of(mailbox);
        if (excuse.isEmpty()) return left;
        for (var one : cases.of(mailbox)) {
            boolean open = CaseState.ACTIVE.contains(one.state());
            boolean other = one.state() == CaseState.EXCUSED && !one.excuse().equals(excuse);
            if ((open || other) && cases.excuse(one, excuse, clock.instant())) left++;
        }
        return left;
    }

    /** Ends excuses whose day has passed; how many cases are open again. */
    int end() {
        int ended = 0;
        var after = "";
        while (true) {
            var page = cases.page(EnumSet.of(CaseState.EXCUSED), after, PAGE);
            if (page.isEmpty()) return ended;
            for (var one : page) if (endIfOver(one)) ended++;
            after = page.getLast().mailbox().normalised();
        }
    }

    private boolean endIfOver(Case one) {
        return one.state() == CaseState.EXCUSED
                && of(one.mailbox()).isEmpty()
                && cases.excuse(one, Optional.empty(), clock.instant());
    }

    private boolean isGood(Case.Excuse excuse) {
        return !excuse.until().isBefore(LocalDate.ofInstant(clock.instant(), catalogue.zone()));
    }
}
