package org.postlotse.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postlotse.catalogue.Offer;
import org.postlotse.catalogue.Protocol;

/** What a customer gets to read, and the traps that the guides lead around. */
class GuideTest {
    private static final Guide THUNDERBIRD = guide("thunderbird-desktop");
    private static final Guide IPHONE = guide("apple-mail-ios");
    private static final Guide OUTLOOK = guide("outlook-classic");

    @Test
    void programs_are_found_by_device_in_their_order() {
        assertThat(on(Device.WINDOWS))
                .containsExactly("thunderbird-desktop", "outlook-classic", "outlook-new", "em-client");
        assertThat(on(Device.MAC)).containsExactly("apple-mail-mac", "thunderbird-desktop", "outlook-mac", "em-client");
        assertThat(on(Device.LINUX)).containsExactly("thunderbird-desktop");
        assertThat(on(Device.IPHONE))
                .containsExactly("apple-mail-ios", "outlook-mobile")
                .isEqualTo(on(Device.IPAD));
        assertThat(on(Device.ANDROID))
                .containsExactly(
                        "gmail-android", "samsung-email", "thunderbird-android", "outlook-mobile", "fairemail");
        assertThat(Shipped.GUIDES.on(Device.OTHER)).isEmpty();
        assertThat(Shipped.GUIDES.find("pine")).isEmpty();
    }

    private static List<String> on(Device device) {
        return Shipped.GUIDES.on(device).stream().map(Guide::id).toList();
    }

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
    void changing_what_is_there_comes_first() {
        assertThat(THUNDERBIRD.routes()).containsExactly(Route.CHANGE, Route.ADD);
        assertThat(IPHONE.routes()).containsExactly(Route.CHANGE, Route.PROFILE, Route.ADD);
        assertThat(OUTLOOK.routes()).containsExactly(Route.CHANGE, Route.ADD);
    }

    @Test
    void a_route_that_a_program_has_not_has_no_steps() {
        assertThat(OUTLOOK.length(Route.PROFILE)).isZero();
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> OUTLOOK.step(Route.PROFILE, 1, Customers.erika(Locale.GERMAN)));
    }

    @Test
    void mail_is_not_fetched_with_what_is_not_offered() {
        var imapOnly = new Offer(
                Customers.OFFER_587.domain(),
                Customers.OFFER_587.provider(),
                Customers.OFFER_587.servers().stream()
                        .filter(server -> server.protocol() != Protocol.POP3)
                        .toList(),
                Customers.OFFER_587.loginName());
        assertThatIllegalArgumentException().isThrownBy(() -> filling(imapOnly, Protocol.POP3));
        assertThatIllegalArgumentException().isThrownBy(() -> filling(imapOnly, Protocol.SMTP));
    }

    @Test
    void a_step_has_its_values_in_the_order_of_doing() {
        assertThat(step(THUNDERBIRD, "incoming", filling(Customers.OFFER_587, Protocol.IMAP))
                        .values())
                .extracting(ValueRow::number, ValueRow::label, ValueRow::value, ValueRow::copyable)
                .containsExactly(
                        tuple(1, "Verbindungssicherheit", "SSL/TLS", false),
                        tuple(2, "Authentifizierungsmethode", "Passwort, normal", false),
                        tuple(3, "Port", "993", true));
    }

    @Test
    void port_and_words_follow_the_offer() {
        assertThat(values(THUNDERBIRD, "outgoing", Customers.OFFER_587))
                .containsExactly("STARTTLS", "Passwort, normal", "587");
        assertThat(values(THUNDERBIRD, "outgoing", Customers.OFFER_465))
                .containsExactly("SSL/TLS", "Passwort, normal", "465");
        assertThat(values(OUTLOOK, "advanced", Customers.OFFER_587))
                .containsExactly("SSL/TLS", "993", "STARTTLS", "587");
        assertThat(values(OUTLOOK, "advanced", Customers.OFFER_465))
                .containsExactly("SSL/TLS", "993", "SSL/TLS", "465");
        assertThat(values(IPHONE, "outgoing", Customers.OFFER_587)).containsExactly("eingeschaltet", "Passwort", "587");
    }

    @Test
    void who_fetches_with_POP3_reads_POP3() {
        var pop3 = filling(Customers.OFFER_587, Protocol.POP3);
        assertThat(step(THUNDERBIRD, "incoming", pop3)
                        .drawing()
                        .orElseThrow()
                        .beside()
                        .get(1))
                .isInstanceOfSatisfying(
                        FilledPart.Row.class,
                        row -> assertThat(row.value().plain()).isEqualTo("POP"));
        assertThat(step(THUNDERBIRD, "incoming", pop3).values().getLast().value())
                .isEqualTo("995");
        assertThat(step(OUTLOOK, "advanced", pop3).values())
                .as("Outlook has a box to tick for POP3 instead of a list")
                .extracting(ValueRow::control)
                .containsExactly(Control.CHECK, Control.NUMBER, Control.LIST, Control.NUMBER);
        assertThat(plain(THUNDERBIRD.protocolHint(pop3))).contains("„POP“");
    }

    @Test
    void without_a_mailbox_the_login_name_is_told_in_words() {
        var nobody =
                new Filling(Customers.OFFER_587, Protocol.IMAP, Optional.empty(), Locale.GERMAN, Locale.GERMAN, true);
        assertThat(step(THUNDERBIRD, "outgoing-name", nobody).values())
                .extracting(ValueRow::value, ValueRow::copyable)
                .containsExactly(tuple("mail.beispiel-hoster.de", true), tuple("Ihre ganze E-Mail-Adresse", false));
        var localPart = new Filling(
                Customers.OFFER_STARTTLS, Protocol.IMAP, Optional.empty(), Locale.ENGLISH, Locale.ENGLISH, true);
        assertThat(step(THUNDERBIRD, "outgoing-name", localPart)
                        .values()
                        .getLast()
                        .value())
                .isEqualTo("the part of your email address before the @ sign");
    }

    @Test
    void the_login_name_is_formed_as_the_hoster_forms_it() {
        assertThat(step(OUTLOOK, "servers", filling(Customers.OFFER_STARTTLS, Protocol.IMAP))
                        .values()
                        .get(2)
                        .value())
                .isEqualTo("erika");
    }

    @Test
    void an_English_page_can_lead_through_a_German_program() {
        var guest =
                new Filling(Customers.OFFER_587, Protocol.IMAP, Customers.ERIKA, Locale.ENGLISH, Locale.GERMAN, true);
        assertThat(step(THUNDERBIRD, "open", guest).title().pieces())
                .containsExactly(
                        new Piece.Words("Open the "),
                        new Piece.Words("“"),
                        new Piece.Quote("Konten-Einstellungen", Locale.GERMAN),
                        new Piece.Words("”"));
        assertThat(step(THUNDERBIRD, "incoming", guest)
                        .values()
                        .getLast()
                        .action()
                        .plain())
                .isEqualTo("Copy Port");
    }

    @Test
    void a_drawing_is_told_to_those_who_do_not_see_it() {
        assertThat(step(IPHONE, "incoming", Customers.erika(Locale.ENGLISH))
                        .drawing()
                        .orElseThrow()
                        .sentence())
                .isEqualTo("Drawing of the page “Advanced” on the iPhone or iPad. Field 1, Use SSL: on."
                        + " Field 2, Authentication: Password. Field 3, Server Port: 993.");
    }

    @Test
    void who_does_not_know_the_name_of_a_program_sees_what_it_looks_like() {
        var portrait = THUNDERBIRD.portrait(Customers.erika(Locale.GERMAN)).orElseThrow();
        assertThat(portrait.sentence())
                .isEqualTo("Zeichnung der Seite „Posteingang – Thunderbird“ in Thunderbird."
                        + " Nummer 1: „≡“. Nummer 2: „Neue Nachricht“. Nummer 3: „Schnellfilter“."
                        + " Nummer 4: „Lokale Ordner“.");
        assertThat(portrait.caption()).contains("Thunderbird", "kein Bildschirmfoto");
    }

    @Test
    void programs_on_one_device_are_told_apart_by_their_portraits() {
        for (var device : Device.values()) {
            var signs = Shipped.GUIDES.on(device).stream()
                    .flatMap(guide -> guide.portrait(Customers.erika(Locale.GERMAN)).stream())
                    .map(FilledDrawing::sentence)
                    .toList();
            assertThat(signs).as(device.key()).doesNotHaveDuplicates().allMatch(sentence -> sentence.contains("1"));
        }
    }

    @Test
    void Thunderbird_restarts_at_the_very_end_and_not_before() {
        assertThat(THUNDERBIRD.steps(Route.CHANGE)).endsWith("outgoing", "server-name");
        assertThat(text(THUNDERBIRD, "server-name")).contains("„Neu starten“", "Passwort", "alte Name zurück");
        assertThat(text(THUNDERBIRD, "open")).contains("Passwort bereit");
    }

    @Test
    void port_25_does_not_move_by_itself() {
        assertThat(text(THUNDERBIRD, "outgoing")).contains("Stand dort 25?", "tippen Sie 587");
        assertThat(text(IPHONE, "outgoing")).contains("Stand dort 25?");
        assertThat(text(OUTLOOK, "advanced")).contains("noch 25?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"thunderbird-desktop/incoming", "apple-mail-ios/incoming", "outlook-classic/servers"})
    void a_plain_password_is_explained_where_it_looks_less_safe(String place) {
        var parts = place.split("/");
        assertThat(text(guide(parts[0]), parts[1]))
                .containsIgnoringCase("die ganze Verbindung")
                .contains("verschlüsselt");
    }

    @Test
    void the_iPhone_never_goes_on_without_SSL() {
        assertThat(text(IPHONE, "done")).contains("Tippen Sie auf „Nein“");
        assertThat(text(IPHONE, "incoming")).contains("nie aus");
        assertThat(text(IPHONE, "account")).contains("Felder grau", "Profil");
    }

    @Test
    void a_profile_waits_eight_minutes_and_has_a_name() {
        assertThat(text(IPHONE, "profile-about")).contains("8 Minuten", "Ihr Passwort steht nicht darin");
        assertThat(text(IPHONE, "profile-check")).contains("Beispiel-Hoster", "„Überprüft“", "Hören Sie auf");
        var unsigned =
                new Filling(Customers.OFFER_587, Protocol.IMAP, Customers.ERIKA, Locale.GERMAN, Locale.GERMAN, false);
        assertThat(text(step(IPHONE, "profile-check", unsigned)))
                .contains("„Nicht signiert“", "in Ordnung")
                .doesNotContain("Hören Sie auf");
    }

    @Test
    void an_account_whose_mail_may_be_on_the_device_alone_is_not_removed() {
        var imap = step(IPHONE, "remove-old", filling(Customers.OFFER_587, Protocol.IMAP));
        assertThat(imap.title().plain()).isEqualTo("Entfernen Sie das alte Konto");
        assertThat(text(imap)).contains("„Account löschen“");
        var pop3 = step(IPHONE, "remove-old", filling(Customers.OFFER_587, Protocol.POP3));
        assertThat(pop3.title().plain()).isEqualTo("Entfernen Sie das alte Konto noch nicht");
        assertThat(text(pop3))
                .contains("0000 123456", "webmail.beispiel-hoster.de")
                .doesNotContain("Account löschen");
        assertThat(pop3.drawing()).isEmpty();
    }

    @Test
    void Outlook_has_two_tabs_and_no_SPA() {
        assertThat(OUTLOOK.steps(Route.CHANGE)).containsSubsequence("servers", "outgoing-tab", "advanced", "test");
        assertThat(step(OUTLOOK, "servers", Customers.erika(Locale.GERMAN))
                        .values()
                        .getLast())
                .satisfies(row -> assertThat(row.label()).contains("(SPA)"))
                .satisfies(row -> assertThat(row.action().plain()).isEqualTo("leer lassen"));
        assertThat(text(OUTLOOK, "outgoing-tab")).contains("zweite Registerkarte");
        assertThat(text(OUTLOOK, "close")).contains("Kennwort");
    }

    @Test
    void Outlook_does_not_speak_STARTTLS_with_POP3() {
        assertThat(text(step(OUTLOOK, "advanced", filling(Customers.OFFER_STARTTLS, Protocol.POP3))))
                .contains("Outlook kann POP3 nicht mit STARTTLS");
        assertThat(text(step(OUTLOOK, "advanced", filling(Customers.OFFER_STARTTLS, Protocol.IMAP))))
                .doesNotContain("Outlook kann POP3");
    }

    private static Guide guide(String id) {
        return Shipped.GUIDES.find(id).orElseThrow();
    }

    private static Filling filling(Offer offer, Protocol incoming) {
        return new Filling(offer, incoming, Customers.ERIKA, Locale.GERMAN, Locale.GERMAN, true);
    }

    private static FilledStep step(Guide guide, String id, Filling filling) {
        return Shipped.pages(filling)
                .filter(page -> page.guide() == guide && page.step().id().equals(id))
                .findFirst()
                .map(Shipped.Page::step)
                .orElseThrow();
    }

    private static List<String> values(Guide guide, String id, Offer offer) {
        return step(guide, id, filling(offer, Protocol.IMAP)).values().stream()
                .map(ValueRow::value)
                .toList();
    }

    private static String text(Guide guide, String id) {
        return text(step(guide, id, Customers.erika(Locale.GERMAN)));
    }

    private static String text(FilledStep step) {
        return plain(Stream.of(step.text(), step.boxes(), step.after(), step.different())
                .flatMap(List::stream)
                .toList());
    }

    private static String plain(List<Phrase> phrases) {
        return phrases.stream().map(Phrase::plain).collect(Collectors.joining("\n"));
    }
}
