package org.postlotse.campaign;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
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
    private static final String PREFIX = "postlotse.campaign.";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,7}");
    private static final Pattern HOURS = Pattern.compile("(\\d\\d:\\d\\d)\\s*[-–]\\s*(\\d\\d:\\d\\d)");
    private static final Pattern STAGE = Pattern.compile("([a-z-]+)\\s*:\\s*(-?\\d{1,3})");
    private static final String MIDNIGHT = "24:00";
    private static final int LONGEST_REASON = 200;

    private final List<Fault> faults = new ArrayList<>();
    private final boolean running;
    private final boolean believesLogs;
    private final int openAfterLogins;
    private final int openAfterDays;
    private final int cleanDays;
    private final int pauseDays;
    private final int perSecond;
    private final int perHour;
    private final Duration every;
    private final Hours hours;
    private final Schedule schedule;
    private final Set<String> pilot = new HashSet<>();
    private final Map<String, Case.Excuse> excused = new HashMap<>();

    /** Local times between which letters are sent. */
    record Hours(LocalTime from, LocalTime until) {
        boolean contain(LocalTime time) {
            return !time.isBefore(from) && time.isBefore(until);
        }
    }

    @Inject
    CampaignSettings(CampaignConfig config) {
        running = config.running();
        believesLogs = config.believeLogs();
        openAfterLogins = number("open-after-logins", config.openAfterLogins(), 1_000);
        openAfterDays = number("open-after-days", config.openAfterDays(), 2);
        cleanDays = number("clean-days", config.cleanDays(), 365);
        pauseDays = number("pause-days", config.pauseDays(), 365);
        perSecond = number("per-second", config.perSecond(), 1_000);
        perHour = number("per-hour", config.perHour(), 9_999_999);
        every = Duration.ofSeconds(number("every-seconds", config.everySeconds(), 3_600));
        hours = hours(config.hours().strip());
        schedule = schedule(config.schedule().orElse(List.of()));
        pilot(config.pilot().orElse(List.of()));
        excused(config.excused().orElse(List.of()));
    }

    @Override
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** Whether somebody has looked at what seems doubtful, and it is so. */
    boolean believesLogs() {
        return believesLogs;
    }

    public boolean running() {
        return running;
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

    int perSecond() {
        return perSecond;
    }

    int perHour() {
        return perHour;
    }

    /** How long to wait from one look at everything to the next. */
    Duration every() {
        return every;
    }

    Hours hours() {
        return hours;
    }

    Schedule schedule() {
        return schedule;
    }

    boolean isPilot(EmailAddress mailbox) {
        return pilot.contains(mailbox.normalised())
                || pilot.contains(mailbox.domain().name());
    }

    Optional<Case.Excuse> excuse(EmailAddress mailbox) {
        return Optional.ofNullable(excused.get(mailbox.normalised()));
    }

    private int number(String name, String written, int most) {
        var text = written.strip();
        int number = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (number >= 1 && number <= most) return number;
        fault(name, "is “" + text + "”; write a number from 1 to " + most);
        return 1;
    }

    private Hours hours(String text) {
        var match = HOURS.matcher(text);
        try {
            if (match.matches()) {
                var end = match.group(2);
                var hours = new Hours(
                        LocalTime.parse(match.group(1)), end.equals(MIDNIGHT) ? LocalTime.MAX : LocalTime.parse(end));
                if (hours.from().isBefore(hours.until())) return hours;
            }
        } catch (DateTimeException none) {
            // said below
        }
        fault("hours", "is “" + text + "”; write two times of one day, such as 08:00-20:00");
        return new Hours(LocalTime.MIN, LocalTime.MIN);
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
                fault(
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
            if (known.isEmpty()) fault("pilot[" + i + "]", "is no address and no domain");
        }
    }

    private void excused(List<CampaignConfig.Excused> written) {
        for (int i = 0; i < written.size(); i++) {
            var key = "excused[" + i + "].";
            var mailbox = written.get(i).mailbox().flatMap(EmailAddress::parse);
            var reason = written.get(i).reason().map(String::strip).orElse("");
            var until = written.get(i).until().flatMap(CampaignSettings::date);
            if (mailbox.isEmpty()) fault(key + "mailbox", "is no address");
            if (reason.isEmpty() || reason.length() > LONGEST_REASON)
                fault(key + "reason", "is missing or longer than 200 characters");
            if (until.isEmpty())
                fault(key + "until", "is no date; write one such as 2027-06-30: nobody is forgotten for ever");
            if (mailbox.isPresent() && until.isPresent())
                excused.put(mailbox.get().normalised(), new Case.Excuse(reason, until.get()));
        }
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private void fault(String name, String right) {
        faults.add(new Fault(PREFIX + name, right));
    }
}
