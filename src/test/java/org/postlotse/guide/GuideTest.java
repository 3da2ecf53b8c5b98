package org.postlotse.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.postlotse.catalogue.Offer;
import org.postlotse.catalogue.Protocol;

/** What a customer gets to read. */
class GuideTest {
    private static final Guide THUNDERBIRD = Steps.guide("thunderbird-desktop");
    private static final Guide IPHONE = Steps.guide("apple-mail-ios");
    private static final Guide OUTLOOK = Steps.guide("outlook-classic");

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
        assertThatIllegalArgumentException().isThrownBy(() -> Steps.filling(imapOnly, Protocol.POP3));
        assertThatIllegalArgumentException().isThrownBy(() -> Steps.filling(imapOnly, Protocol.SMTP));
    }

    @Test
    void a_step_has_its_values_in_the_order_of_doing() {
        assertThat(Steps.step(THUNDERBIRD, "incoming", Steps.filling(Customers.OFFER_587, Protocol.IMAP))
                        .values())
                .extracting(ValueRow::number, ValueRow::label, ValueRow::value, ValueRow::copyable)
                .containsExactly(
                        tuple(1, "Verbindungssicherheit", "SSL/TLS", false),
                        tuple(2, "Authentifizierungsmethode", "Passwort, normal", false),
                        tuple(3, "Port", "993", true));
    }

    @Test
    void port_and_words_follow_the_offer() {
        assertThat(Steps.values(THUNDERBIRD, "outgoing", Customers.OFFER_587))
                .containsExactly("STARTTLS", "Passwort, normal", "587");
        assertThat(Steps.values(THUNDERBIRD, "outgoing", Customers.OFFER_465))
                .containsExactly("SSL/TLS", "Passwort, normal", "465");
        assertThat(Steps.values(OUTLOOK, "advanced", Customers.OFFER_587))
                .containsExactly("SSL/TLS", "993", "STARTTLS", "587");
        assertThat(Steps.values(OUTLOOK, "advanced", Customers.OFFER_465))
                .containsExactly("SSL/TLS", "993", "SSL/TLS", "465");
        assertThat(Steps.values(IPHONE, "outgoing", Customers.OFFER_587))
                .containsExactly("eingeschaltet", "Passwort", "587");
    }

    @Test
    void who_fetches_with_POP3_reads_POP3() {
        var pop3 = Steps.filling(Customers.OFFER_587, Protocol.POP3);
        assertThat(Steps.step(THUNDERBIRD, "incoming", pop3)
                        .drawing()
                        .orElseThrow()
                        .beside()
                        .get(1))
                .isInstanceOfSatisfying(
                        FilledPart.Row.class,
                        row -> assertThat(row.value().plain()).isEqualTo("POP"));
        assertThat(Steps.step(THUNDERBIRD, "incoming", pop3).values().getLast().value())
                .isEqualTo("995");
        assertThat(Steps.step(OUTLOOK, "advanced", pop3).values())
                .as("Outlook has a box to tick for POP3 instead of a list")
                .extracting(ValueRow::control)
                .containsExactly(Control.CHECK, Control.NUMBER, Control.LIST, Control.NUMBER);
        assertThat(Steps.plain(THUNDERBIRD.protocolHint(pop3))).contains("„POP“");
    }

    @Test
    void without_a_mailbox_the_login_name_is_told_in_words() {
        var nobody =
                new Filling(Customers.OFFER_587, Protocol.IMAP, Optional.empty(), Locale.GERMAN, Locale.GERMAN, true);
        assertThat(Steps.step(THUNDERBIRD, "outgoing-name", nobody).values())
                .extracting(ValueRow::value, ValueRow::copyable)
                .containsExactly(tuple("mail.beispiel-hoster.de", true), tuple("Ihre ganze E-Mail-Adresse", false));
        var localPart = new Filling(
                Customers.OFFER_STARTTLS, Protocol.IMAP, Optional.empty(), Locale.ENGLISH, Locale.ENGLISH, true);
        assertThat(Steps.step(THUNDERBIRD, "outgoing-name", localPart)
                        .values()
                        .getLast()
                        .value())
                .isEqualTo("the part of your email address before the @ sign");
    }

    @Test
    void the_login_name_is_formed_as_the_hoster_forms_it() {
        assertThat(Steps.step(OUTLOOK, "servers", Steps.filling(Customers.OFFER_STARTTLS, Protocol.IMAP))
                        .values()
                        .get(2)
                        .value())
                .isEqualTo("erika");
    }

    @Test
    void an_English_page_can_lead_through_a_German_program() {
        var guest =
                new Filling(Customers.OFFER_587, Protocol.IMAP, Customers.ERIKA, Locale.ENGLISH, Locale.GERMAN, true);
        assertThat(Steps.step(THUNDERBIRD, "open", guest).title().pieces())
                .containsExactly(
                        new Piece.Words("Open the "),
                        new Piece.Words("“"),
                        new Piece.Quote("Konten-Einstellungen", Locale.GERMAN),
                        new Piece.Words("”"));
        assertThat(Steps.step(THUNDERBIRD, "incoming", guest)
                        .values()
                        .getLast()
                        .action()
                        .plain())
                .isEqualTo("Copy Port");
    }

    @Test
    void a_drawing_is_told_to_those_who_do_not_see_it() {
        assertThat(Steps.step(IPHONE, "incoming", Customers.erika(Locale.ENGLISH))
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
}
