package org.postlotse.staff;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.postlotse.catalogue.Fault;

/** Reads who works at the hoster, and says everything that is wrong with it. */
final class StaffReader {
    private static final String PEOPLE = "postlotse.operators.people";
    private static final String TOKENS = "postlotse.operators.tokens";
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{0,63}");
    private static final Pattern TIME = Pattern.compile("([0-9]{1,4})([mh])");
    private static final Pattern DAYS = Pattern.compile("[1-9][0-9]{0,3}");
    private static final Duration MOST = Duration.ofHours(24);

    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    /** What was read; where there are faults, without what is wrong. */
    Staff read(StaffConfig config) {
        var people = new ArrayList<Operator>();
        var written = config.people().orElse(List.of());
        for (int i = 0; i < written.size(); i++)
            person(PEOPLE + "[" + i + "]", written.get(i)).ifPresent(people::add);
        var machines = new ArrayList<Machine>();
        var programs = config.tokens().orElse(List.of());
        for (int i = 0; i < programs.size(); i++)
            machine(TOKENS + "[" + i + "]", programs.get(i)).ifPresent(machines::add);
        var idle = time("postlotse.operators.idle", config.idle());
        var longest = time("postlotse.operators.longest", config.longest());
        return new Staff(
                people, machines, idle, longest, days("postlotse.operators.keep-days", config.keepDays()), faults);
    }

    private Optional<Operator> person(String key, StaffConfig.Person person) {
        var name = name(key, person.name());
        var role = role(key, person.role());
        var hash = person.hash().flatMap(PasswordHash::parse);
        if (hash.isEmpty())
            fault(key + ".hash", "must be what the command “hash” prints: $argon2id$v=19$m=19456,t=2,p=1$…");
        return name.isEmpty() || role.isEmpty() || hash.isEmpty()
                ? Optional.empty()
                : Optional.of(new Operator(name.get(), role.get(), hash.get()));
    }

    private Optional<Machine> machine(String key, StaffConfig.Program program) {
        var name = name(key, program.name());
        var role = role(key, program.role());
        var hash = program.hash().flatMap(TokenHash::parse);
        if (hash.isEmpty())
            fault(key + ".hash", "must be 64 hexadecimal digits, which the command “token” prints beside a token");
        return name.isEmpty() || role.isEmpty() || hash.isEmpty()
                ? Optional.empty()
                : Optional.of(new Machine(name.get(), role.get(), hash.get()));
    }

    private Optional<String> name(String key, Optional<String> written) {
        var name = written.map(text -> text.strip().toLowerCase(Locale.ROOT))
                .filter(text -> NAME.matcher(text).matches());
        if (name.isEmpty())
            fault(key + ".name", "must be 1 to 64 letters, digits, dots, hyphens, underscores or at signs");
        else if (!names.add(name.get())) fault(key + ".name", "is “" + name.get() + "”, which was there before");
        return name;
    }

    private Optional<Role> role(String key, String written) {
        var role = Role.parse(written);
        if (role.isEmpty()) fault(key + ".role", "is “" + written + "”; write support, operator or api");
        return role;
    }

    private Duration time(String key, String written) {
        var match = TIME.matcher(written.strip());
        if (match.matches()) {
            long count = Long.parseLong(match.group(1));
            var time = match.group(2).equals("h") ? Duration.ofHours(count) : Duration.ofMinutes(count);
            if (time.isPositive() && time.compareTo(MOST) <= 0) return time;
        }
        fault(key, "is “" + written + "”; write a time from 1m to 24h, such as 30m or 10h");
        return MOST;
    }

    private Duration days(String key, String written) {
        var text = written.strip();
        if (DAYS.matcher(text).matches()) return Duration.ofDays(Integer.parseInt(text));
        fault(key, "is “" + written + "”; write a number of days from 1 to 9999");
        return MOST;
    }

    private void fault(String key, String right) {
        faults.add(new Fault(key, right));
    }
}
