package org.postlotse.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postlotse.campaign.Case;
import org.postlotse.campaign.CaseState;
import org.postlotse.campaign.Cases;
import org.postlotse.campaign.Control;
import org.postlotse.campaign.Controls;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.evidence.Encryption;
import org.postlotse.evidence.Logins;
import org.postlotse.support.Chromium;
import org.postlotse.support.LoopHoster;
import org.postlotse.support.MailCustomer;
import org.postlotse.support.Needs;
import org.postlotse.support.Patience;
import org.postlotse.support.RealPart;

/**
 * The whole loop with nothing put in by hand: a program logs in the old way at the real Dovecot, the log opens a case, the
 * real Postfix delivers the letter, its link is opened in the real Chromium, the program is changed, the page turns green by
 * itself, and two weeks later the closing letter lies in the mailbox.
 */
@Needs({RealPart.DOVECOT, RealPart.POSTFIX, RealPart.CHROMIUM})
@QuarkusTest
@TestProfile(LoopTest.Moved.class)
@QuarkusTestResource(value = LoopHoster.class, restrictToAnnotatedClass = true)
class LoopTest {
    private static final Pattern LINK = Pattern.compile("https?://\\S+/w/[A-Za-z0-9_-]+");
    private static final Pattern CODE = Pattern.compile("\\b([2-9A-Z]{4}-[2-9A-Z]{4})\\b");
    private static final Path GALLERY = Path.of("target/gallery");
    private static final List<Integer> WIDTHS = List.of(320, 768, 1280);
    private static final List<Boolean> DARK = List.of(false, true);

    @Inject
    LaterClock clock;

    @Inject
    Cases cases;

    @Inject
    Controls controls;

    @Inject
    Logins logins;

    @ConfigProperty(name = "test.plain-imap")
    int plainImap;

    @ConfigProperty(name = "postlotse.servers[0].port")
    int imaps;

    @ConfigProperty(name = "postlotse.servers[2].port")
    int submission;

    @ConfigProperty(name = "postlotse.probe.trust-store")
    Path trust;

    @ConfigProperty(name = "postlotse.intake.files[1]")
    Path postfixLog;

    @ConfigProperty(name = "test.later-log")
    Path laterLog;

    /** With a clock that can be moved. */
    public static class Moved implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(LaterClock.class);
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("postlotse.throttle.per-mailbox", "1000");
        }
    }

    private final MailCustomer program = new MailCustomer(LoopHoster.MAILBOX, LoopHoster.PASSWORD, LoopHoster.CUSTOMER);
    /** Reads the mailbox as webmail would: from the hoster's own network. */
    private final MailCustomer webmail = new MailCustomer(LoopHoster.MAILBOX, LoopHoster.PASSWORD, "127.0.0.1");

    @Test
    void a_customer_is_found_warned_led_and_thanked(@TempDir Path directory) throws Exception {
        program.fetchTheOldWay(plainImap);
        waitFor("an open case", () -> stateIs(CaseState.OPEN));
        assertThat(logins.devices(mailbox())).singleElement().satisfies(device -> {
            assertThat(device.fingerprint().mechanism()).isEqualTo("CRAM-MD5");
            assertThat(device.fingerprint().encryption()).isEqualTo(Encryption.NONE);
        });
        assertThat(webmail.inbox(imaps, trust)).isEmpty(); // everything is a dry run until somebody says otherwise

        controls.change(Control.of(Control.Wave.ALL, "test", clock.instant()));
        waitFor("the warning", () -> letters() == 1);
        waitFor("a warned case", () -> stateIs(CaseState.WARNED));
        var warning = webmail.inbox(imaps, trust).getFirst();
        assertThat(warning.subject()).contains("umstellen", LoopHoster.MAILBOX);
        assertThat(warning.text())
                .contains("ohne Verschlüsselung", "Empfang (IMAP)", LoopHoster.MAILBOX, "am " + today() + " um ")
                .doesNotContain("{", "}");
        assertThat(warning.message().getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(warning.message().getHeader("List-Id")).containsExactly("<postlotse.hoster.test>");
        assertThat(warning.html())
                .contains("<table", "ohne Verschlüsselung")
                .doesNotContain("<img", "<script", "{text");

        try (var browser = Chromium.in(directory).looking(320, false).scripts(true)) {
            show(browser, warning);
            nothing_stands_in_the_way(browser, warning.text());
            browser.looking(320, false);
            follow(browser, warning.text());
            program.fetch(imaps, trust);
            waitFor("receiving to be seen", () -> says(browser, "Der Empfang ist fertig"));
            program.writeToItself(submission, trust);
            waitFor("the page to turn green", () -> says(browser, "Geschafft: Empfang und Versand"));
            assertThat(browser.barriers()).isEmpty();
            assertThat(browser.complaints()).allMatch(said -> said.contains("/w/x - ")); // a forged link is none: 404
            browser.picture(GALLERY.resolve("watch-green-320-light-de.png"));
        }
        waitFor("a case that is proven", () -> stateIs(CaseState.PROVEN));
        assertThat(logins.devices(mailbox()))
                .filteredOn(device -> device.fingerprint().encryption() == Encryption.TLS)
                .extracting(device -> device.fingerprint().protocol() + " "
                        + device.fingerprint().mechanism())
                .containsExactlyInAnyOrder("IMAP PLAIN", "SMTP PLAIN");

        clock.move(Duration.ofDays(14).plusHours(1));
        Files.writeString(laterLog, somebodyElse(), StandardOpenOption.APPEND);
        waitFor(
                "the closing letter",
                () -> webmail.inbox(imaps, trust).stream()
                        .anyMatch(letter -> letter.subject().startsWith("Alles verschlüsselt")));
        assertThat(stateIs(CaseState.FIXED)).isTrue();
        assertThat(cases.changesOf(mailbox()).stream().map(Cases.Change::to))
                .startsWith(CaseState.OPEN, CaseState.WARNED, CaseState.OPENED)
                .endsWith(CaseState.PROVEN, CaseState.FIXED);
    }

    private static String today() {
        return DateTimeFormatter.ofPattern("d. MMMM yyyy", Locale.GERMAN).format(LocalDate.now());
    }

    /** The letter as programs show it, narrow and wide, light and dark. */
    private static void show(Chromium browser, MailCustomer.Arrived letter) throws IOException {
        var file = GALLERY.resolve("letter-first-de.html");
        Files.createDirectories(GALLERY);
        Files.writeString(GALLERY.resolve("letter-first-de.txt"), letter.text());
        Files.writeString(file, letter.html());
        for (int width : WIDTHS)
            for (var dark : DARK) {
                browser.looking(width, dark).open(file.toUri().toString());
                assertThat(browser.overhang()).isZero();
                browser.picture(GALLERY.resolve("letter-first-%d-%s-de.png".formatted(width, dark ? "dark" : "light")));
            }
    }

    /** The pages behind a letter, in all widths, colours and languages. */
    private void nothing_stands_in_the_way(Chromium browser, String letter) {
        var link = URI.create(link(letter));
        var pages = Map.of(
                "warning",
                link.getPath(),
                "warning-stranger",
                link.getPath() + "/not-me",
                "warning-code",
                "/w",
                "warning-forged",
                "/w/x");
        for (var language : List.of("de", "en"))
            pages.forEach((name, path) -> {
                browser.open(link.resolve("/" + language + path).toString());
                assertThat(browser.barriers()).isEmpty();
                for (int width : WIDTHS)
                    for (var dark : DARK) {
                        browser.looking(width, dark);
                        assertThat(browser.barriersOfLook()).isEmpty();
                        assertThat(browser.overhang()).isZero();
                        browser.picture(GALLERY.resolve(
                                "%s-%d-%s-%s.png".formatted(name, width, dark ? "dark" : "light", language)));
                    }
            });
    }

    /** From the letter to the page that watches. */
    private void follow(Chromium browser, String letter) {
        var link = link(letter);
        assertThat(letter.replace(link, "")).doesNotContain("erika%40", "mailbox=");
        browser.open(link);
        assertThat(browser.words())
                .contains("er…@hoster.test", "ohne Verschlüsselung", code(letter))
                .doesNotContain(LoopHoster.MAILBOX);
        assertThat(stateIs(CaseState.WARNED)).isTrue(); // looking changes nothing
        assertThat(browser.barriers()).isEmpty();
        assertThat(browser.overhang()).isZero();
        browser.click("Jetzt umstellen");
        assertThat(stateIs(CaseState.OPENED)).isTrue();
        browser.click("Windows-Computer").click("Thunderbird").click("vorhandene Konto ändern");
        assertThat(browser.words()).contains("IMAP So haben wir Ihr Programm gesehen");
        browser.click("IMAP");
        while (browser.title().contains("Schritt")) browser.click("Weiter");
        assertThat(browser.heading()).isEqualTo("Jetzt prüfen wir gemeinsam");
        assertThat(browser.words()).contains("Noch nichts gesehen");
        assertThat(browser.barriers()).isEmpty();
        browser.picture(GALLERY.resolve("watch-320-light-de.png"));
    }

    /** Asked within the page: it changes while it is looked at. */
    private static boolean says(Chromium browser, String words) {
        return String.valueOf(browser.ask("return document.body.innerText")).contains(words);
    }

    /** As it is printed: whoever opens it comes to us. */
    private static String link(String letter) {
        var link = LINK.matcher(letter);
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private static String code(String letter) {
        var code = CODE.matcher(letter);
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    /** Fourteen days on, the servers still log: without that nothing would be concluded from silence. */
    private String somebodyElse() {
        return clock.instant().minusSeconds(60)
                + " mx dovecot: imap-login: Login: user=<somebody@hoster.test>, method=PLAIN, rip=192.0.2.9,"
                + " lip=192.0.2.1, mpid=1, TLS, session=<later>\n";
    }

    private long letters() {
        return webmail.inbox(imaps, trust).size();
    }

    private boolean stateIs(CaseState state) {
        return cases.of(mailbox()).stream().map(Case::state).toList().equals(List.of(state));
    }

    private static EmailAddress mailbox() {
        return EmailAddress.parse(LoopHoster.MAILBOX).orElseThrow();
    }

    private void waitFor(String what, BooleanSupplier there) {
        Patience.waitFor(what, there, () -> "; Postfix said:\n" + postfix());
    }

    private String postfix() {
        try {
            return Files.readString(postfixLog);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
