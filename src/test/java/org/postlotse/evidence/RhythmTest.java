package org.postlotse.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postlotse.evidence.Sightings.CLEAR_TEXT;
import static org.postlotse.evidence.Sightings.SECURE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postlotse.catalogue.EmailAddress;

/** How often a program logs in, and what that and the rest say of which program it is. */
class RhythmTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Rhythm BY_THE_CLOCK = new Rhythm(Rhythm.Kind.BY_THE_CLOCK, 144);
    private static final Rhythm UNKNOWN = new Rhythm(Rhythm.Kind.UNKNOWN, 0);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            144 140 144 144 70 | true  | BY_THE_CLOCK    | 144 | 10
            144 140 144 144 70 | false | THROUGH_THE_DAY | 144 | 10
            20 60 25 12 3      | true  | THROUGH_THE_DAY | 25  | 58
            5 3 2 4 1          | true  | NOW_AND_THEN    | 4   | 360
            144 70             | true  | UNKNOWN         | 0   | 0
            """)
    void a_clock_is_as_often_there_each_day_and_at_night(
            String days, boolean atNight, Rhythm.Kind kind, int perDay, int minutes) {
        var all = new ArrayList<Logins.Day>();
        var day = TODAY.minusDays(1);
        for (var logins : days.split(" ")) {
            all.add(new Logins.Day(day, CLEAR_TEXT, Integer.parseInt(logins)));
            all.add(new Logins.Day(day, SECURE, 999)); // another program
            day = day.minusDays(1);
        }
        all.add(new Logins.Day(TODAY, CLEAR_TEXT, 1)); // not over yet

        var rhythm = Rhythm.of(device(CLEAR_TEXT, "", atNight), all, TODAY);

        assertThat(rhythm).isEqualTo(new Rhythm(kind, perDay));
        assertThat(rhythm.minutes()).isEqualTo(minutes);
    }

    @Test
    void a_program_that_says_its_name_is_believed() {
        var mail = device(named("Mac OS X Mail (Mac OS X)"), "203.0.113.20", true);
        var unheardOf = device(named("Pine"), "203.0.113.20", true);

        assertThat(ProgramGuess.of(mail, List.of(mail, unheardOf), BY_THE_CLOCK))
                .contains(new ProgramGuess(
                        "Mac OS X Mail (Mac OS X)",
                        Optional.of(KnownProgram.APPLE_MAIL_MAC),
                        ProgramGuess.Reason.NAMES_ITSELF));
        assertThat(ProgramGuess.of(unheardOf, List.of(unheardOf), UNKNOWN))
                .contains(new ProgramGuess("Pine", Optional.empty(), ProgramGuess.Reason.NAMES_ITSELF));
    }

    @Test
    void one_without_a_name_is_presumably_the_one_beside_it() {
        var imap = device(named("Thunderbird (Windows)"), "203.0.113.20", false);
        var smtp = device(sending("PLAIN"), "203.0.113.20", false);
        var elsewhere = device(sending("LOGIN"), "198.51.100.9", false);
        var all = List.of(imap, smtp, elsewhere);

        assertThat(ProgramGuess.named(smtp, all))
                .contains(new ProgramGuess(
                        "Thunderbird (Windows)",
                        Optional.of(KnownProgram.THUNDERBIRD),
                        ProgramGuess.Reason.SAME_PLACE));
        assertThat(ProgramGuess.named(elsewhere, all)).isEmpty();
        var pop3 = device(CLEAR_TEXT, "203.0.113.20", false);
        assertThat(ProgramGuess.named(pop3, List.of(imap, pop3))).isEmpty(); // a program fetches in one way
        assertThat(ProgramGuess.of(elsewhere, all, UNKNOWN).orElseThrow().reason())
                .isEqualTo(ProgramGuess.Reason.ONLY_PROGRAM);
        var tablet = device(named("iPad Mail (iOS)"), "203.0.113.20", false);
        assertThat(ProgramGuess.of(smtp, List.of(imap, smtp, tablet), UNKNOWN)).isEmpty(); // two may be it
    }

    @Test
    void what_it_does_tells_of_one_that_says_nothing() {
        var scanner = device(sending("LOGIN"), "203.0.113.20", false);
        var collector = device(CLEAR_TEXT, "203.0.113.21", true);
        var outlook = device(sending("NTLM"), "203.0.113.22", false);

        assertThat(reason(scanner, List.of(scanner), UNKNOWN)).contains(ProgramGuess.Reason.ONLY_SENDS);
        assertThat(reason(collector, List.of(collector, scanner), BY_THE_CLOCK))
                .contains(ProgramGuess.Reason.BY_THE_CLOCK);
        assertThat(reason(collector, List.of(collector, scanner), UNKNOWN)).isEmpty();
        assertThat(ProgramGuess.of(outlook, List.of(outlook, collector), UNKNOWN)
                        .flatMap(ProgramGuess::known))
                .contains(KnownProgram.OUTLOOK_CLASSIC);
    }

    private static Optional<ProgramGuess.Reason> reason(Device device, List<Device> all, Rhythm rhythm) {
        return ProgramGuess.of(device, all, rhythm).map(ProgramGuess::reason);
    }

    private static Fingerprint named(String client) {
        return new Fingerprint(LoginProtocol.IMAP, Encryption.TLS, "", "PLAIN", "", client);
    }

    private static Fingerprint sending(String mechanism) {
        return new Fingerprint(LoginProtocol.SMTP, Encryption.NONE, "", mechanism, "", "");
    }

    private static Device device(Fingerprint how, String network, boolean atNight) {
        var anna = EmailAddress.parse("anna@hoster.example").orElseThrow();
        return new Device(anna, how, NOW, NOW, 1, TODAY, Optional.empty(), atNight, network);
    }
}
