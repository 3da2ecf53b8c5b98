package org.postlotse.campaign;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.postlotse.catalogue.Domain;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.catalogue.Fault;
import org.postlotse.catalogue.SettingsCheck;

/** What the configuration says about letters, and all that is wrong with it. */
@Singleton
public class CampaignSettings implements SettingsCheck {
    private static final Pattern STAGE = Pattern.compile("([a-z-]+)\\s*:\\s*(-?\\d{1,3})");

    private final SettingsReader reader = new SettingsReader("postlotse.campaign.");
    private final boolean running;
    private final boolean believesLogs;
    private final boolean webmailShowsCode;
    private final int openAfterLogins;
    private final int openAfterDays;
    private final int cleanDays;
    private final int pauseDays;
    private final Turns.Rate rate;
    private final Duration every;
    private final SendingTimes times;
    private final Schedule schedule;
    private final Set<String> pilot = new HashSet<>();
    private final Map<String, Case.Excuse> excused = new HashMap<>();
    private final Set<EmailAddress> excusedMailboxes = new HashSet<>();

    @Inject
    CampaignSettings(CampaignConfig config) {
        running = config.running();
        believesLogs = config.believeLogs();
        webmailShowsCode = config.webmailShowsCode();
        openAfterLogins = reader.number("open-after-logins", config.openAfterLogins(), 1_000);
        openAfterDays = reader.number("open-after-days", config.openAfterDays(), 2);
        cleanDays = reader.number("clean-days", config.cleanDays(), 365);
        pauseDays = reader.number("pause-days", config.pauseDays(), 365);
        rate = new Turns.Rate(
                reader.number("per-second", config.perSecond(), 1_000),
                reader.number("per-hour", config.perHour(), 9_999_999));
        every = Duration.ofSeconds(reader.number("every-seconds", config.everySeconds(), 3_600));
        times = SendingTimes.read(config, reader);
        schedule = schedule(config.schedule().orElse(List.of()));
        pilot(config.pilot().orElse(List.of()));
        excused(config.excused().orElse(List.of()));
    }

    @Override
    public List<Fault> faults() {
        return reader.faults();
    }

    /** Whether somebody has looked at what seems doubtful, and it is so. */
    boolean believesLogs() {
        return believesLogs;
    }

    public boolean running() {
        return running;
    }

    /** Whether a letter may refer to webmail for its proof. */
    public boolean webmailShowsCode() {
        return webmailShowsCode;
    }

    int openAfterLogins() {
        return openAfterLogins;
    }

    int openAfterDays() {
        return openAfterDays;
    }

    public int cleanDays() {
        return cleanDays;
    }

    Duration pause() {
        return Duration.ofDays(pauseDays);
    }

    public int pauseDays() {
        return pauseDays;
    }

    Turns.Rate rate() {
        return rate;
    }

    /** How long to wait from one look at everything to the next. */
    Duration every() {
        return every;
    }

    SendingTimes times() {
        return times;
    }

    Schedule schedule() {
        return schedule;
    }

    boolean isPilot(EmailAddress mailbox) {
        return pilot.contains(mailbox.normalised())
                || pilot.contains(mailbox.domain().name());
    }

    /** The mailboxes that the settings excuse. */
    Set<EmailAddress> excused() {
        return Set.copyOf(excusedMailboxes);
    }

    Optional<Case.Excuse> excuse(EmailAddress mailbox) {
        return Optional.ofNullable(excused.get(mailbox.normalised()));
    }

    private Schedule schedule(List<String> written) {
        if (written.isEmpty()) return Schedule.USUAL;
        var stages = new ArrayList<Schedule.Stage>();
        for (int i = 0; i < written.size(); i++) {
            var match = STAGE.matcher(written.get(i).strip());
            var kind = match.matches() ? LetterKind.of(match.group(1)) : Optional.<LetterKind>empty();
            if (kind.filter(known -> known.ordinal() <= LetterKind.STILL_AFTER.ordinal())
                    .isPresent()) stages.add(new Schedule.Stage(kind.get(), Integer.parseInt(match.group(2))));
            else
                reader.fault(
                        "schedule[" + i + "]",
                        "is “" + written.get(i).strip()
                                + "”; write first, rehearsal, help, last, after or still-after, and the days before the date: “help: 28”");
        }
        return new Schedule(stages);
    }

    private void pilot(List<String> written) {
        for (int i = 0; i < written.size(); i++) {
            var text = written.get(i).strip();
            var known = text.contains("@")
                    ? EmailAddress.parse(text).map(EmailAddress::normalised)
                    : Domain.parse(text).map(Domain::name);
            known.ifPresent(pilot::add);
            if (known.isEmpty()) reader.fault("pilot[" + i + "]", "is no address and no domain");
        }
    }

    private void excused(List<CampaignConfig.Excused> written) {
        for (int i = 0; i < written.size(); i++) {
            var key = "excused[" + i + "].";
            var mailbox = written.get(i).mailbox().flatMap(EmailAddress::parse);
            var excuse = ExcuseBook.excuse(
                    written.get(i).reason().orElse(""), written.get(i).until().orElse(""));
            if (mailbox.isEmpty()) reader.fault(key + "mailbox", "is no address");
            if (excuse.isEmpty())
                reader.fault(
                        key + "until",
                        "is no date, or the reason beside it is missing or longer than 200 characters; write one such as"
                                + " 2027-06-30: nobody is forgotten for ever");
            if (mailbox.isPresent() && excuse.isPresent()) {
                excused.put(mailbox.get().normalised(), excuse.get());
                excusedMailboxes.add(mailbox.get());
            }
        }
    }
}
