package org.postlotse.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postlotse.catalogue.Protocol;

/** The traps that the guides lead around. */
class TrapsTest {
    private static final Guide THUNDERBIRD = Steps.guide("thunderbird-desktop");
    private static final Guide IPHONE = Steps.guide("apple-mail-ios");
    private static final Guide OUTLOOK = Steps.guide("outlook-classic");

    /** With POP3 old mail may lie on the device alone: who removes the account there loses it. */
    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void nothing_is_removed_before_POP3_is_settled(String language) {
        var locale = Locale.forLanguageTag(language);
        var pop3 = new Filling(Customers.OFFER_465, Protocol.POP3, Customers.ERIKA, locale, locale, true);
        int removing = 0;
        for (var guide : Shipped.GUIDES.all())
            for (var route : guide.routes())
                for (int number = 1; number <= guide.length(route); number++) {
                    var step = guide.step(route, number, pop3);
                    if (!step.id().startsWith("remove")) continue;
                    removing++;
                    var stop = step.id().equals("remove-old") ? step : guide.step(route, number - 1, pop3);
                    assertThat(stop.title().plain()).as(guide.id()).containsPattern("noch nicht|Do not remove");
                    assertThat(stop.text().toString())
                            .contains(pop3.offer().provider().webmail().getHost());
                    assertThat(stop.text().toString())
                            .contains(pop3.offer().provider().phone());
                }
        assertThat(removing).isGreaterThanOrEqualTo(4);
    }

    @Test
    void Thunderbird_restarts_at_the_very_end_and_not_before() {
        assertThat(THUNDERBIRD.steps(Route.CHANGE)).endsWith("outgoing", "server-name");
        assertThat(Steps.text(THUNDERBIRD, "server-name")).contains("„Neu starten“", "Passwort", "alte Name zurück");
        assertThat(Steps.text(THUNDERBIRD, "open")).contains("Passwort bereit");
    }

    @Test
    void port_25_does_not_move_by_itself() {
        assertThat(Steps.text(THUNDERBIRD, "outgoing")).contains("Stand dort 25?", "tippen Sie 587");
        assertThat(Steps.text(IPHONE, "outgoing")).contains("Stand dort 25?");
        assertThat(Steps.text(OUTLOOK, "advanced")).contains("noch 25?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"thunderbird-desktop/incoming", "apple-mail-ios/incoming", "outlook-classic/servers"})
    void a_plain_password_is_explained_where_it_looks_less_safe(String place) {
        var parts = place.split("/");
        assertThat(Steps.text(Steps.guide(parts[0]), parts[1]))
                .containsIgnoringCase("die ganze Verbindung")
                .contains("verschlüsselt");
    }

    @Test
    void the_iPhone_never_goes_on_without_SSL() {
        assertThat(Steps.text(IPHONE, "done")).contains("Tippen Sie auf „Nein“");
        assertThat(Steps.text(IPHONE, "incoming")).contains("nie aus");
        assertThat(Steps.text(IPHONE, "account")).contains("Felder grau", "Profil");
    }

    @Test
    void a_profile_waits_eight_minutes_and_has_a_name() {
        assertThat(Steps.text(IPHONE, "profile-about")).contains("8 Minuten", "Ihr Passwort steht nicht darin");
        assertThat(Steps.text(IPHONE, "profile-check")).contains("Beispiel-Hoster", "„Überprüft“", "Hören Sie auf");
        var unsigned =
                new Filling(Customers.OFFER_587, Protocol.IMAP, Customers.ERIKA, Locale.GERMAN, Locale.GERMAN, false);
        assertThat(Steps.text(Steps.step(IPHONE, "profile-check", unsigned)))
                .contains("„Nicht signiert“", "in Ordnung")
                .doesNotContain("Hören Sie auf");
    }

    @Test
    void an_account_whose_mail_may_be_on_the_device_alone_is_not_removed() {
        var imap = Steps.step(IPHONE, "remove-old", Steps.filling(Customers.OFFER_587, Protocol.IMAP));
        assertThat(imap.title().plain()).isEqualTo("Entfernen Sie das alte Konto");
        assertThat(Steps.text(imap)).contains("„Account löschen“");
        var pop3 = Steps.step(IPHONE, "remove-old", Steps.filling(Customers.OFFER_587, Protocol.POP3));
        assertThat(pop3.title().plain()).isEqualTo("Entfernen Sie das alte Konto noch nicht");
        assertThat(Steps.text(pop3))
                .contains("0000 123456", "webmail.beispiel-hoster.de")
                .doesNotContain("Account löschen");
        assertThat(pop3.drawing()).isEmpty();
    }

    @Test
    void Outlook_has_two_tabs_and_no_SPA() {
        assertThat(OUTLOOK.steps(Route.CHANGE)).containsSubsequence("servers", "outgoing-tab", "advanced", "test");
        assertThat(Steps.step(OUTLOOK, "servers", Customers.erika(Locale.GERMAN))
                        .values()
                        .getLast())
                .satisfies(row -> assertThat(row.label()).contains("(SPA)"))
                .satisfies(row -> assertThat(row.action().plain()).isEqualTo("leer lassen"));
        assertThat(Steps.text(OUTLOOK, "outgoing-tab")).contains("zweite Registerkarte");
        assertThat(Steps.text(OUTLOOK, "close")).contains("Kennwort");
    }

    @Test
    void Outlook_does_not_speak_STARTTLS_with_POP3() {
        assertThat(Steps.text(Steps.step(OUTLOOK, "advanced", Steps.filling(Customers.OFFER_STARTTLS, Protocol.POP3))))
                .contains("Outlook kann POP3 nicht mit STARTTLS");
        assertThat(Steps.text(Steps.step(OUTLOOK, "advanced", Steps.filling(Customers.OFFER_STARTTLS, Protocol.IMAP))))
                .doesNotContain("Outlook kann POP3");
    }
}
