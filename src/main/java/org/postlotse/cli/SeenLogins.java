package org.postlotse.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.evidence.Device;
import org.postlotse.evidence.Evidence;
import org.postlotse.evidence.KnownProgram;
import org.postlotse.evidence.Logins;
import org.postlotse.evidence.ProgramGuess;
import org.postlotse.evidence.Rhythm;
import org.postlotse.evidence.Weakness;
import picocli.CommandLine;

/** What the logs showed of one mailbox. */
@Singleton
@CommandLine.Command(
        name = SeenLogins.NAME,
        mixinStandardHelpOptions = true,
        description = "Shows the programs of a mailbox and how they log in, as the logs showed it.")
class SeenLogins implements Main.Command, Callable<Integer> {
    static final String NAME = "logins";
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    @CommandLine.Parameters(paramLabel = "ADDRESS", description = "The mailbox.")
    private String address = "";

    @CommandLine.Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    private final Catalogue catalogue;
    private final Provider<Logins> logins;
    private final Provider<Evidence> evidence;
    private final ObjectMapper mapper;

    @Inject
    SeenLogins(Catalogue catalogue, Provider<Logins> logins, Provider<Evidence> evidence, ObjectMapper mapper) {
        this.catalogue = catalogue;
        this.logins = logins;
        this.evidence = evidence;
        this.mapper = mapper;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        var mailbox = EmailAddress.parse(address);
        if (mailbox.isEmpty()) {
            spec.commandLine().getErr().println("This is no address.");
            return ExitCode.UNKNOWN;
        }
        var out = spec.commandLine().getOut();
        var devices = logins.get().devices(mailbox.get());
        if (json) {
            out.println(mapper.writeValueAsString(map(devices, mailbox.get())));
            return ExitCode.FINE;
        }
        if (devices.isEmpty()) out.println("No log showed this mailbox log in.");
        var days = logins.get().days(mailbox.get());
        for (var device : devices) {
            var rhythm = Rhythm.of(device, days, evidence.get().today());
            out.println(line(device));
            out.println("      " + words(rhythm));
            ProgramGuess.of(device, devices, rhythm).ifPresent(guess -> out.println("      " + words(guess)));
        }
        return ExitCode.FINE;
    }

    private String line(Device device) {
        var how = device.fingerprint();
        return "%-5s %-8s %-11s %-12s %6d log-ins, %s to %s, from %s%s"
                .formatted(
                        how.protocol(),
                        how.obsoleteTls().isEmpty() ? how.encryption() : how.obsoleteTls(),
                        how.mechanism().isEmpty() ? "?" : how.mechanism(),
                        how.weakness().map(Weakness::key).orElse("fine"),
                        device.logins(),
                        WHEN.format(device.first().atZone(catalogue.zone())),
                        WHEN.format(device.last().atZone(catalogue.zone())),
                        device.network().isEmpty() ? "?" : device.network(),
                        how.client().isEmpty() ? "" : ", " + how.client());
    }

    private static String words(Rhythm rhythm) {
        return switch (rhythm.kind()) {
            case BY_THE_CLOCK -> "about every " + rhythm.minutes() + " minutes, at night as well";
            case THROUGH_THE_DAY -> "about " + rhythm.perDay() + " times a day";
            case NOW_AND_THEN -> "now and then";
            case UNKNOWN -> "not watched for long enough to tell how often";
        };
    }

    private static String words(ProgramGuess guess) {
        var what = guess.known().map(KnownProgram::id).orElse(guess.name());
        return switch (guess.reason()) {
            case NAMES_ITSELF -> what + ": it says so itself";
            case SAME_PLACE -> "likely " + what + ": a program from the same place says so";
            case METHOD -> "likely " + what + ": nothing else logs in by this method";
            case ONLY_SENDS -> "likely a printer, a scanner or a web site: nobody fetches mail";
            case BY_THE_CLOCK -> "perhaps another provider or a server: it asks day and night as often";
            case ONLY_PROGRAM -> "perhaps " + what + ": no other program of the mailbox says a name";
        };
    }

    private Map<String, Object> map(List<Device> devices, EmailAddress mailbox) {
        var map = new LinkedHashMap<String, Object>();
        map.put("mailbox", mailbox.normalised());
        var days = logins.get().days(mailbox);
        map.put(
                "devices",
                devices.stream().map(device -> whole(device, devices, days)).toList());
        map.put(
                "days",
                days.stream()
                        .map(day -> Map.of(
                                "day",
                                day.day().toString(),
                                "protocol",
                                day.fingerprint().protocol().name(),
                                "client",
                                day.fingerprint().client(),
                                "weakness",
                                day.fingerprint().weakness().map(Weakness::key).orElse(""),
                                "logins",
                                day.logins()))
                        .toList());
        return map;
    }

    private Map<String, Object> whole(Device device, List<Device> all, List<Logins.Day> days) {
        var rhythm = Rhythm.of(device, days, evidence.get().today());
        var map = map(device);
        map.put("rhythm", rhythm.kind().key());
        map.put("loginsPerDay", rhythm.perDay());
        ProgramGuess.of(device, all, rhythm).ifPresent(guess -> {
            map.put("program", guess.known().map(KnownProgram::id).orElse(guess.name()));
            map.put("programReason", guess.reason().key());
            map.put("programConfidence", guess.reason().confidence().key());
        });
        return map;
    }

    static Map<String, Object> map(Device device) {
        var how = device.fingerprint();
        var map = new LinkedHashMap<String, Object>();
        map.put("mailbox", device.mailbox().normalised());
        map.put("protocol", how.protocol().name());
        map.put("encryption", how.encryption().name());
        map.put("obsoleteTls", how.obsoleteTls());
        map.put("mechanism", how.mechanism());
        map.put("oldName", how.oldName());
        map.put("client", how.client());
        map.put("weakness", how.weakness().map(Weakness::key).orElse(""));
        map.put("logins", device.logins());
        map.put("first", device.first().toString());
        map.put("last", device.last().toString());
        map.put("network", device.network());
        return map;
    }
}
