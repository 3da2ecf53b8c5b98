package org.postlotse.intake;

import io.quarkus.arc.All;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.postlotse.catalogue.Fault;
import org.postlotse.catalogue.SettingsCheck;
import org.postlotse.evidence.LogDialect;

/** What the configuration says about sources of lines, and all that is wrong with it. */
@Singleton
class IntakeSettings implements SettingsCheck {
    private static final String PREFIX = "postlotse.intake.";
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final List<Fault> faults = new ArrayList<>();
    private final List<Path> files = new ArrayList<>();
    private final List<LogDialect> dialects = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();
    private final Optional<ZoneId> zone;
    private final Path spool;
    private final String node;
    private final boolean running;

    @Inject
    IntakeSettings(IntakeConfig config, @All List<LogDialect> known) {
        running = config.running();
        spool = Path.of(config.spool());
        node = config.node().map(String::strip).filter(name -> !name.isEmpty()).orElseGet(IntakeSettings::machine);
        var written = config.files().orElse(List.of());
        for (int i = 0; i < written.size(); i++)
            add(PREFIX + "files[" + i + "]", written.get(i).strip());
        var named = config.dialects().orElse(List.of());
        for (int i = 0; i < named.size(); i++) speak(i, named.get(i).strip(), known);
        if (dialects.isEmpty()) dialects.addAll(known);
        zone = config.zone().map(String::strip).filter(text -> !text.isEmpty()).flatMap(this::zone);
        var hashes = config.tokens().orElse(List.of());
        for (int i = 0; i < hashes.size(); i++) let(i, hashes.get(i).strip());
    }

    private void add(String key, String text) {
        try {
            var path = Path.of(text);
            if (!path.isAbsolute())
                faults.add(new Fault(key, "is “" + text + "”; write a whole path such as /var/log/mail.log"));
            else if (files.contains(path))
                faults.add(new Fault(key, "is “" + text + "” once more; write each file once"));
            else if (text.endsWith(".gz"))
                faults.add(new Fault(
                        key, "is “" + text + "”; nobody writes on in a compressed file: read it with “intake”"));
            else files.add(path);
        } catch (InvalidPathException none) {
            faults.add(new Fault(key, "is “" + text + "”; write a whole path such as /var/log/mail.log"));
        }
    }

    private void speak(int number, String id, List<LogDialect> known) {
        var found = known.stream().filter(dialect -> dialect.id().equals(id)).findFirst();
        found.ifPresent(dialects::add);
        if (found.isEmpty())
            faults.add(new Fault(
                    PREFIX + "dialects[" + number + "]",
                    "is “" + id + "”; write one of "
                            + known.stream().map(LogDialect::id).sorted().toList()));
    }

    private Optional<ZoneId> zone(String text) {
        try {
            return Optional.of(ZoneId.of(text));
        } catch (DateTimeException none) {
            faults.add(new Fault(PREFIX + "zone", "is “" + text + "”; write a time zone such as Europe/Berlin"));
            return Optional.empty();
        }
    }

    private void let(int number, String hash) {
        if (HASH.matcher(hash).matches()) tokens.add(hash);
        else
            faults.add(new Fault(
                    PREFIX + "tokens[" + number + "]",
                    "is no hash of a token; write the 64 digits that the command “token” prints as hash"));
    }

    @Override
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** None where this process reads nothing by itself. */
    List<Path> files() {
        return running ? List.copyOf(files) : List.of();
    }

    boolean running() {
        return running;
    }

    /** The dialects that lines may be in. */
    List<LogDialect> dialects() {
        return List.copyOf(dialects);
    }

    /** Of stamps without a zone; empty for the hoster's own. */
    Optional<ZoneId> zone() {
        return zone;
    }

    /** Hashes of the tokens of those who may push. */
    List<String> tokens() {
        return running ? List.copyOf(tokens) : List.of();
    }

    /** What this node is called. */
    String node() {
        return node;
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }

    Path spool() {
        return spool;
    }
}
