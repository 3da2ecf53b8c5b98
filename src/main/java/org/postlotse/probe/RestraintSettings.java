package org.postlotse.probe;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.postlotse.catalogue.Fault;
import org.postlotse.catalogue.Host;
import org.postlotse.catalogue.SettingsCheck;

/** What the configuration says about restraint, and all that is wrong with it. */
@Singleton
class RestraintSettings implements SettingsCheck {
    private static final String PREFIX = "postlotse.probe.limits.";
    private static final Pattern TIME = Pattern.compile("([0-9]{1,6})(ms|s|m)");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");
    private static final Pattern PLACE = Pattern.compile("([^:\\s]+)(?::([0-9]{1,5}))?");
    private static final int MOST = 100_000;
    private static final int LAST_PORT = 65_535;

    private final List<Fault> faults = new ArrayList<>();
    private final int perServer;
    private final int inTotal;
    private final Duration pause;
    private final Duration refusalsAfter;
    private final Set<String> hearing;

    @Inject
    RestraintSettings(RestraintConfig config) {
        perServer = number("per-server", config.perServer());
        inTotal = number("in-total", config.inTotal());
        pause = time("pause", config.pause(), Duration.ofSeconds(1), Duration.ofHours(1));
        refusalsAfter = time("refusals-after", config.refusalsAfter(), Duration.ZERO, Pace.MOST);
        hearing = places(config.tellAddressTo().orElse(List.of()));
    }

    @Override
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    int perServer() {
        return perServer;
    }

    int inTotal() {
        return inTotal;
    }

    Duration pause() {
        return pause;
    }

    Duration refusalsAfter() {
        return refusalsAfter;
    }

    /** Each {@code host} or {@code host:port}. */
    Set<String> hearing() {
        return hearing;
    }

    private int number(String name, String written) {
        var text = written.strip();
        int number = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (number >= 1 && number <= MOST) return number;
        faults.add(new Fault(PREFIX + name, "is “" + text + "”; write a number from 1 to " + MOST));
        return 1;
    }

    private Duration time(String name, String written, Duration least, Duration most) {
        var text = written.strip();
        var match = TIME.matcher(text);
        if (match.matches()) {
            long count = Long.parseLong(match.group(1));
            var time = switch (match.group(2)) {
                case "ms" -> Duration.ofMillis(count);
                case "s" -> Duration.ofSeconds(count);
                default -> Duration.ofMinutes(count);
            };
            if (time.compareTo(least) >= 0 && time.compareTo(most) <= 0) return time;
        }
        faults.add(new Fault(
                PREFIX + name,
                "is “" + text + "”; write a time from " + written(least) + " to " + written(most)
                        + ", such as 500ms or 60s"));
        return most;
    }

    private static String written(Duration time) {
        return time.toSeconds() + "s";
    }

    private Set<String> places(List<String> written) {
        var places = new HashSet<String>();
        for (var text : written)
            place(text.strip())
                    .ifPresentOrElse(
                            places::add,
                            () -> faults.add(new Fault(
                                    PREFIX + "tell-address-to",
                                    "names “" + text + "”; write a server's host, such as mail.example.org, or host"
                                            + " and port, mail.example.org:993")));
        return Set.copyOf(places);
    }

    private static Optional<String> place(String text) {
        var match = PLACE.matcher(text);
        if (!match.matches()) return Optional.empty();
        var port = Optional.ofNullable(match.group(2)).map(Integer::valueOf);
        if (port.filter(number -> number < 1 || number > LAST_PORT).isPresent()) return Optional.empty();
        return Host.parse(match.group(1))
                .map(host -> host + port.map(number -> ":" + number).orElse(""));
    }
}
