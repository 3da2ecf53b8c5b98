package org.postlotse.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postlotse.campaign.Case;
import org.postlotse.campaign.CaseState;
import org.postlotse.campaign.Cases;
import org.postlotse.campaign.Claims;
import org.postlotse.campaign.Control;
import org.postlotse.campaign.Controls;
import org.postlotse.campaign.LetterKind;
import org.postlotse.campaign.Letters;
import org.postlotse.campaign.Recipients;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.support.Chromium;
import org.postlotse.support.LoopHoster;
import org.postlotse.support.MailCustomer;
import org.postlotse.support.Needs;
import org.postlotse.support.Patience;
import org.postlotse.support.RealPart;

/**
 * What staff sends by a button arrives, and what can not be delivered comes back: a real Postfix carries the letters, and
 * tells us of those that come back as {@code other-systems.md} advises; a real Dovecot holds the mailboxes.
 */
@Needs({RealPart.DOVECOT, RealPart.POSTFIX, RealPart.CURL})
@QuarkusTest
@TestProfile(RealLettersTest.Staffed.class)
@QuarkusTestResource(value = LoopHoster.class, restrictToAnnotatedClass = true)
class RealLettersTest {

    @Inject
    Cases cases;

    @Inject
    Claims claims;

    @Inject
    Letters letters;

    @Inject
    Recipients recipients;

    @Inject
    Controls controls;

    @Inject
    Clock clock;

    @ConfigProperty(name = "postlotse.public-url")
    String pages;

    @ConfigProperty(name = "test.plain-imap")
    int plainImap;

    @ConfigProperty(name = "postlotse.servers[0].port")
    int imaps;

    @ConfigProperty(name = "postlotse.probe.trust-store")
    Path trust;

    @ConfigProperty(name = "test.bounce-header")
    Path header;

    @ConfigProperty(name = "postlotse.intake.files[1]")
    Path postfixLog;

    /** With an operator. */
    public static class Staffed implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return StaffedHoster.staff();
        }
    }

    @AfterEach
    void stop() {
        controls.change(Control.of(Control.Wave.STOPPED, "test", clock.instant()));
    }

    @Test
    @Needs(RealPart.CHROMIUM)
    void a_test_letter_and_one_that_was_lost_are_sent_by_a_button_and_arrive(@TempDir Path directory)
            throws IOException {
        try (var browser = desk(directory)) {
            sends_a_test_letter(browser);
            writes_a_lost_one_again(browser);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private Chromium desk(Path directory) {
        var browser = Chromium.in(directory).open(pages + "/de/desk/log-in");
        return browser.type("name", "anna")
                .type("password", StaffedHoster.PASSWORD)
                .click("Anmelden");
    }

    /** To the service's own mailbox, while everything is stopped: a test reaches no customer. */
    private void sends_a_test_letter(Chromium browser) throws IOException {
        browser.open(pages + "/de/desk/campaign");
        browser.type("to", LoopHoster.SENDER).type("mailbox", LoopHoster.MAILBOX);
        browser.click("Probe-Brief senden");

        assertThat(browser.words()).contains("Der Probe-Brief ist unterwegs");
        waitFor("the test letter", () -> !inbox(LoopHoster.SENDER).isEmpty());
        assertThat(inbox(LoopHoster.SENDER)).singleElement().satisfies(letter -> {
            assertThat(letter.subject()).startsWith("[Test] ").contains(LoopHoster.MAILBOX);
            assertThat(letter.text()).contains(pages + "/w/", "Prüf-Code");
        });
        assertThat(inbox(LoopHoster.MAILBOX)).isEmpty();
        assertThat(recipients.letters(address(LoopHoster.MAILBOX))).isEmpty();
    }

    /** A process was killed twenty minutes ago with the letter in flight. */
    private void writes_a_lost_one_again(Chromium browser) throws IOException {
        var mailbox = address(LoopHoster.OTHER);
        customer(LoopHoster.OTHER, LoopHoster.CUSTOMER).fetchTheOldWay(plainImap);
        waitFor("an open case", () -> states(mailbox).equals(List.of(CaseState.OPEN)));
        letters.recipient(mailbox);
        var lost = new Recipients.Claim(
                mailbox, LetterKind.FIRST, 0, clock.instant().minus(Duration.ofMinutes(20)));
        assertThat(claims.claim(lost, cases.of(mailbox), Duration.ZERO)).isTrue();
        controls.change(Control.of(Control.Wave.PILOT, "test", clock.instant()));

        browser.open(pages + "/de/desk/campaign");
        assertThat(browser.words()).contains("Ungewisse Briefe", LoopHoster.OTHER);
        nothing_stands_in_the_way(browser, "/desk/campaign", "-lost");
        browser.open(pages + "/de/desk/campaign");
        browser.click(LoopHoster.OTHER).click("Noch einmal schreiben");

        assertThat(browser.words()).contains("noch einmal unterwegs");
        waitFor("the letter", () -> !inbox(LoopHoster.OTHER).isEmpty());
        assertThat(inbox(LoopHoster.OTHER))
                .singleElement()
                .satisfies(letter -> assertThat(letter.subject()).contains("umstellen", LoopHoster.OTHER));
        assertThat(states(mailbox)).containsExactly(CaseState.WARNED);
        assertThat(recipients.letters(mailbox))
                .extracting(Recipients.Sent::outcome)
                .containsExactly(Recipients.Outcome.SENT);
        browser.open(pages + "/de/desk/campaign");
        assertThat(browser.words()).doesNotContain("Ungewisse Briefe");
    }

    /** In all widths, colours and languages. */
    private void nothing_stands_in_the_way(Chromium browser, String page, String state) {
        var found = new ArrayList<String>();
        for (var language : List.of("de", "en")) {
            browser.open(pages + "/" + language + page);
            Desk.look(browser, page.replace("/desk", "") + state, language, found);
        }
        browser.looking(1280, false);
        assertThat(found).isEmpty();
    }

    @Test
    void a_letter_that_can_not_be_delivered_comes_back_through_postfix_and_marks_its_case() throws IOException {
        Files.writeString(header, "Authorization: Bearer " + StaffedHoster.TOKEN + "\n", StandardOpenOption.CREATE);
        var mailbox = address(LoopHoster.MOVED);
        customer(LoopHoster.MOVED, LoopHoster.CUSTOMER).fetchTheOldWay(plainImap);
        waitFor("an open case", () -> states(mailbox).equals(List.of(CaseState.OPEN)));

        controls.change(Control.of(Control.Wave.ALL, "test", clock.instant()));

        waitFor("the report", () -> states(mailbox).equals(List.of(CaseState.REFUSED)));
        assertThat(recipients.letters(mailbox))
                .extracting(Recipients.Sent::outcome)
                .containsExactly(Recipients.Outcome.BOUNCED);
        assertThat(cases.changesOf(mailbox).stream().map(Cases.Change::to))
                .containsExactly(CaseState.OPEN, CaseState.WARNED, CaseState.REFUSED);
        waitFor(
                "Postfix to be rid of it",
                () -> postfix().contains("relay=postlotse, delay=")
                        && postfix().contains("status=sent (delivered via postlotse service)"));
    }

    private List<MailCustomer.Arrived> inbox(String mailbox) {
        return customer(mailbox, "127.0.0.1").inbox(imaps, trust);
    }

    private static MailCustomer customer(String mailbox, String from) {
        return new MailCustomer(mailbox, LoopHoster.PASSWORD, from);
    }

    private List<CaseState> states(EmailAddress mailbox) {
        return cases.of(mailbox).stream().map(Case::state).toList();
    }

    private static EmailAddress address(String text) {
        return EmailAddress.parse(text).orElseThrow();
    }

    private String postfix() {
        try {
            return Files.readString(postfixLog);
        } catch (IOException gone) {
            throw new java.io.UncheckedIOException(gone);
        }
    }

    private void waitFor(String what, BooleanSupplier there) {
        Patience.waitFor(what, there, () -> "; Postfix said:\n" + postfix());
    }
}
