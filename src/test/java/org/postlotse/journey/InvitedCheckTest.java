package org.postlotse.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postlotse.campaign.CheckCode;
import org.postlotse.campaign.Recipients;
import org.postlotse.campaign.SealedLinks;
import org.postlotse.catalogue.EmailAddress;

/** Whoever comes by a letter's link may try longer than a stranger, at the mailbox that the letter went to. */
@QuarkusTest
@TestProfile(DemoHoster.class)
class InvitedCheckTest {
    private static final String MAILBOX = "app-password@demo.example";
    private static final String OTHER = "expired-password-of-nobody@demo.example";
    private static final int STRANGERS = 5;

    @Inject
    Recipients recipients;

    @Inject
    SealedLinks links;

    @Test
    void has_more_attempts_than_a_stranger_and_for_this_mailbox_only() {
        var stranger = Page.get("/de").links("Adresse und Passwort prüfen").getFirst();
        for (int i = 0; i < STRANGERS; i++) assertThat(check(stranger, MAILBOX)).isEqualTo(200);
        assertThat(check(stranger, MAILBOX)).isEqualTo(429);

        var invited = checkBehindTheLetter();
        for (int i = 0; i < STRANGERS; i++) assertThat(check(invited, MAILBOX)).isEqualTo(200);

        for (int i = 0; i < STRANGERS; i++) assertThat(check(invited, OTHER)).isEqualTo(200);
        assertThat(check(invited, OTHER)).isEqualTo(429);
    }

    private String checkBehindTheLetter() {
        var mailbox = EmailAddress.parse(MAILBOX).orElseThrow();
        var code = CheckCode.read("ABCDEFGH").orElseThrow();
        var recipient = recipients.meet(Map.of(mailbox, code)).getFirst();
        var begun = Page.post("/de/w/" + links.seal(recipient.code()), Map.of());
        assertThat(begun.status()).isEqualTo(303);
        return begun.headers()
                .get("Location")
                .replaceFirst("^https?://[^/]+", "")
                .replaceFirst("/s/([^/]+)/.*", "/s/$1/check");
    }

    private static int check(String form, String mailbox) {
        return Page.post(form, Map.of("mailbox", mailbox, "password", "wrong")).status();
    }
}
