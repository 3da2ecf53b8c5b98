package org.postlotse.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postlotse.catalogue.ConnectionSecurity.STARTTLS;
import static org.postlotse.catalogue.ConnectionSecurity.TLS;
import static org.postlotse.catalogue.ExampleHoster.server;
import static org.postlotse.catalogue.Protocol.IMAP;
import static org.postlotse.catalogue.Protocol.POP3;
import static org.postlotse.catalogue.Protocol.SMTP;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.catalogue.ExampleHoster;
import org.postlotse.catalogue.Protocol;
import org.postlotse.support.Golden;

/** What Thunderbird for Android and K-9 Mail (2026-08) read: a code to scan and a file to import. */
class AndroidTest {
    private final ExampleHoster usual = ExampleHoster.usual()
            .with(
                    server(IMAP, "imap.example.test", 993, TLS),
                    server(POP3, "pop.example.test", 995, TLS),
                    server(SMTP, "smtp.example.test", 465, TLS));

    @Test
    void the_code_says_servers_and_address_and_no_password() {
        assertThat(AndroidCode.of(mailbox("erika@example.test", IMAP, "")))
                .contains(
                        "[1,[1,1],[0,\"imap.example.test\",993,3,1,\"erika@example.test\"],"
                                + "[[[0,\"smtp.example.test\",465,3,1,\"erika@example.test\"],[\"erika@example.test\",\"\"]]]]");
        assertThat(AndroidCode.of(mailbox("erika@example.test", POP3, "Erika Müller")))
                .hasValueSatisfying(code -> assertThat(code)
                        .startsWith("[1,[1,1],[1,\"pop.example.test\",995,3,1,")
                        .contains("\"Erika Müller\""));
    }

    @Test
    void STARTTLS_is_the_second_kind_of_security() {
        var offer = usual.with(
                server(IMAP, "imap.example.test", 143, STARTTLS), server(SMTP, "smtp.example.test", 587, STARTTLS));
        assertThat(AndroidCode.of(mailbox(offer, "erika@example.test", IMAP, "")))
                .hasValueSatisfying(code -> assertThat(code).contains("143,2,1", "587,2,1"));
    }

    @Test
    void an_umlaut_domain_is_spelt_for_the_app_and_an_umlaut_name_gets_no_code() {
        assertThat(AndroidCode.of(mailbox("erika@müller.example", IMAP, "")))
                .hasValueSatisfying(code ->
                        assertThat(code).contains("erika@xn--mller-kva.example").doesNotContain("ü"));
        assertThat(AndroidCode.of(mailbox("jürgen@example.test", IMAP, ""))).isEmpty();
    }

    @Test
    void the_picture_is_read_again_by_a_scanner() throws Exception {
        var mailbox = mailbox("erika@example.test", IMAP, "Erika Müller");
        var picture = ImageIO.read(new ByteArrayInputStream(TestDocument.bytes(new AndroidCodePng().write(mailbox))));
        var pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());

        var read = new QRCodeReader()
                .decode(new BinaryBitmap(
                        new HybridBinarizer(new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels))))
                .getText();

        assertThat(Optional.of(read)).isEqualTo(AndroidCode.of(mailbox));
    }

    @Test
    void what_is_too_long_for_a_phones_camera_gets_no_code() {
        var local = "a".repeat(64);
        assertThat(AndroidCode.of(mailbox(local + "@example.test", IMAP, "E".repeat(300))))
                .isPresent();
        assertThat(AndroidCode.of(mailbox(local + "@example.test", IMAP, "E".repeat(600))))
                .isEmpty();
    }

    /** Both pictures have the same modules: the drawn one is put together again from its runs. */
    @Test
    void the_drawing_shows_the_same_modules_as_the_picture() throws Exception {
        var mailbox = mailbox("erika@example.test", IMAP, "");
        var svg = new String(TestDocument.bytes(new AndroidCodeSvg().write(mailbox)), StandardCharsets.UTF_8);
        var picture = ImageIO.read(new ByteArrayInputStream(TestDocument.bytes(new AndroidCodePng().write(mailbox))));
        int size = picture.getWidth() / 6;
        assertThat(svg).contains("viewBox=\"0 0 " + size + " " + size + "\"").doesNotContain("<script", "style=");
        var dark = new boolean[size][size];
        var runs = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z").matcher(svg);
        while (runs.find())
            for (int x = 0; x < Integer.parseInt(runs.group(3)); x++)
                dark[Integer.parseInt(runs.group(2))][Integer.parseInt(runs.group(1)) + x] = true;

        for (int y = 0; y < size; y++)
            for (int x = 0; x < size; x++)
                assertThat(dark[y][x]).isEqualTo((picture.getRGB(x * 6 + 3, y * 6 + 3) & 0xFFFFFF) == 0);
    }

    @Test
    void the_file_has_both_servers_and_no_password() {
        Golden.matches(
                "document/account.k9s.xml",
                new K9Settings().write(mailbox("erika@example.test", IMAP, "")).bytes());
    }

    @Test
    void the_file_is_the_same_account_each_time_and_another_for_another_mailbox() {
        assertThat(uuid("erika@example.test"))
                .isEqualTo(uuid("ERIKA@Example.test"))
                .isNotEqualTo(uuid("otto@example.test"));
    }

    @Test
    void names_are_written_so_that_XML_stays_whole() {
        var root = TestDocument.root(new K9Settings()
                .write(mailbox("erika@example.test", POP3, "Erika & <Söhne> \"x\""))
                .bytes());
        assertThat(TestDocument.texts(root, "name")).containsExactly("erika@example.test", "Erika & <Söhne> \"x\"");
        assertThat(TestDocument.named(root, "incoming-server").getFirst().getAttribute("type"))
                .isEqualTo("POP3");
        assertThat(TestDocument.named(root, "password")).isEmpty();
    }

    private UUID uuid(String address) {
        var root = TestDocument.root(
                new K9Settings().write(mailbox(address, IMAP, "")).bytes());
        return UUID.fromString(TestDocument.named(root, "account").getFirst().getAttribute("uuid"));
    }

    private Mailbox mailbox(String address, Protocol incoming, String owner) {
        return mailbox(usual, address, incoming, owner);
    }

    private static Mailbox mailbox(ExampleHoster hoster, String text, Protocol incoming, String owner) {
        var address = EmailAddress.parse(text).orElseThrow();
        var offer = hoster.catalogue().offer(address).orElseThrow();
        return new Mailbox(
                address, offer, incoming, Locale.GERMAN, Optional.of(owner).filter(name -> !name.isEmpty()));
    }
}
