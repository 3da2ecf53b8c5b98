package org.postlotse.probe;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.postlotse.catalogue.Fault;
import org.postlotse.catalogue.SettingsCheck;

/** What the configuration says about the throttle, and all that is wrong with it. */
@Singleton
class ThrottleSettings implements SettingsCheck {
    private static final String PREFIX = "postlotse.throttle.";
    private static final Pattern TIME = Pattern.compile("([0-9]{1,5})([smh])");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,7}");
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int MOST = 1_000_000;
    private static final int MOST_TIMES = 1_000;
    private static final int SHORTEST_KEY = 16;

    private final List<Fault> faults = new ArrayList<>();
    private final Duration window;
    private final int perMailbox;
    private final int perNetwork;
    private final int perDomain;
    private final int inTotal;
    private final int attemptsPerFailure;
    private final int invitedFactor;
    private final Optional<byte[]> key;

    @Inject
    ThrottleSettings(ThrottleConfig config) {
        window = time(config.window().strip());
        perMailbox = number("per-mailbox", config.perMailbox(), MOST);
        perNetwork = number("per-network", config.perNetwork(), MOST);
        perDomain = number("per-domain", config.perDomain(), MOST);
        inTotal = number("in-total", config.inTotal(), MOST);
        attemptsPerFailure = number("attempts-per-failure", config.attemptsPerFailure(), MOST_TIMES);
        invitedFactor = number("invited-factor", config.invitedFactor(), MOST_TIMES);
        key = config.key().map(String::strip).filter(text -> !text.isEmpty()).map(this::key);
    }

    @Override
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    Duration window() {
        return window;
    }

    /** Empty where the nodes shall agree on one in the database. */
    Optional<byte[]> key() {
        return key.map(byte[]::clone);
    }

    /** How often a subject of this scope may be tried by somebody of this standing. */
    Allowance allowance(Scope scope, Standing standing) {
        var failures = switch (scope) {
            case MAILBOX -> perMailbox;
            case NETWORK -> perNetwork;
            case DOMAIN -> perDomain;
            case TOTAL -> inTotal;
        };
        long more = scope == Scope.MAILBOX && standing == Standing.INVITED ? invitedFactor : 1;
        return new Allowance(failures * more, failures * more * attemptsPerFailure);
    }

    /**
     * How often within a window.
     *
     * @param failures that may fail
     * @param attempts of any result
     */
    record Allowance(long failures, long attempts) {}

    private Duration time(String text) {
        var match = TIME.matcher(text);
        if (match.matches()) {
            long count = Long.parseLong(match.group(1));
            var time = switch (match.group(2)) {
                case "s" -> Duration.ofSeconds(count);
                case "m" -> Duration.ofMinutes(count);
                default -> Duration.ofHours(count);
            };
            if (time.compareTo(SHORTEST) >= 0 && time.compareTo(LONGEST) <= 0) return time;
        }
        faults.add(new Fault(PREFIX + "window", "is “" + text + "”; write a time from 1m to 24h, such as 15m or 900s"));
        return LONGEST;
    }

    private int number(String name, String written, int most) {
        var text = written.strip();
        int number = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (number >= 1 && number <= most) return number;
        faults.add(new Fault(PREFIX + name, "is “" + text + "”; write a number from 1 to " + most));
        return 1;
    }

    private byte[] key(String text) {
        if (text.length() < SHORTEST_KEY)
            faults.add(new Fault(
                    PREFIX + "key", "has fewer than 16 characters; “openssl rand -base64 32” makes a good one"));
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
