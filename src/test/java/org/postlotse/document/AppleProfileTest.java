package org.postlotse.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.postlotse.catalogue.ConnectionSecurity.TLS;
import static org.postlotse.catalogue.ExampleHoster.server;
import static org.postlotse.catalogue.Protocol.IMAP;
import static org.postlotse.catalogue.Protocol.POP3;
import static org.postlotse.catalogue.Protocol.SMTP;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.catalogue.ExampleHoster;
import org.postlotse.catalogue.Protocol;
import org.postlotse.support.Golden;
import org.postlotse.support.Programs;
import org.w3c.dom.Element;

class AppleProfileTest {
    private final ProfileSigner nobody = new ProfileSigner(Signing.none(), Clock.systemUTC());
    private final Profiles profiles = new Profiles(new AppleProfile(nobody), nobody);
    private final ExampleHoster usual = ExampleHoster.usual();

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"IMAP, de", "IMAP, en", "POP3, de", "POP3, en"})
    void writes_an_account_in_a_language(Protocol incoming, Locale language) {
        Golden.matches(
                "document/profile-" + incoming.key() + "-" + language + ".mobileconfig",
                profile(usual, "erika@example.test", incoming, language));
    }

    @Test
    void writes_an_umlaut_domain_readably_for_people_and_in_A_labels_for_servers() {
        Golden.matches(
                "document/profile-idn.mobileconfig", profile(usual, "erika@müller.example", IMAP, Locale.GERMAN));
    }

    @Test
    void writes_the_same_bytes_for_the_same_mailbox() {
        assertThat(profile(usual, "erika@example.test", IMAP, Locale.GERMAN))
                .isEqualTo(profile(usual, "erika@example.test", IMAP, Locale.GERMAN));
    }

    @Test
    void keeps_its_identity_whatever_the_addresss_case_and_the_protocol() {
        var imap = dictionary(profile(usual, "erika@example.test", IMAP, Locale.GERMAN));
        var shouted = dictionary(profile(usual, "ERIKA@Example.test", IMAP, Locale.ENGLISH));
        var pop3 = dictionary(profile(usual, "erika@example.test", POP3, Locale.GERMAN));
        assertThat(value(shouted, "PayloadUUID")).isEqualTo(value(imap, "PayloadUUID"));
        assertThat(value(shouted, "PayloadIdentifier")).isEqualTo(value(imap, "PayloadIdentifier"));
        assertThat(value(pop3, "PayloadIdentifier")).isEqualTo(value(imap, "PayloadIdentifier"));
        assertThat(value(account(shouted), "PayloadUUID")).isEqualTo(value(account(imap), "PayloadUUID"));
        assertThat(value(account(pop3), "PayloadUUID")).isNotEqualTo(value(account(imap), "PayloadUUID"));
    }

    @Test
    void is_another_one_for_another_mailbox() {
        var erika = dictionary(profile(usual, "erika@example.test", IMAP, Locale.GERMAN));
        var otto = dictionary(profile(usual, "otto@example.test", IMAP, Locale.GERMAN));
        assertThat(value(otto, "PayloadIdentifier")).isNotEqualTo(value(erika, "PayloadIdentifier"));
        assertThat(value(otto, "PayloadUUID")).isNotEqualTo(value(erika, "PayloadUUID"));
        assertThat(value(account(otto), "PayloadUUID")).isNotEqualTo(value(account(erika), "PayloadUUID"));
    }

    @Test
    void uses_each_identifier_once() {
        var root = TestDocument.root(profile(usual, "erika@example.test", IMAP, Locale.GERMAN));
        assertThat(TestDocument.texts(root, "string").stream().filter(text -> text.matches("[0-9A-F-]{36}")))
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void has_no_password() {
        var root = TestDocument.root(profile(usual, "erika@example.test", IMAP, Locale.GERMAN));
        assertThat(TestDocument.texts(root, "key"))
                .doesNotContain("IncomingPassword", "OutgoingPassword")
                .contains("OutgoingPasswordSameAsIncomingPassword");
    }

    @Test
    void bears_the_owners_name_when_it_is_known() {
        var erika = EmailAddress.parse("erika@example.test").orElseThrow();
        var offer = usual.catalogue().offer(erika).orElseThrow();
        var mailbox = new Mailbox(erika, offer, IMAP, Locale.GERMAN, Optional.of("Erika <Muster> & Söhne"));
        var account = account(dictionary(new AppleProfile(nobody).write(mailbox).bytes()));
        assertThat(value(account, "EmailAccountName")).isEqualTo("Erika <Muster> & Söhne");
    }

    @Test
    void escapes_the_hosters_name() {
        var nasty = usual.named("Müller & <Söhne> \"Mail\" 'n' 漢 {0}", "Müller");
        var profile = dictionary(profile(nasty, "r&d@example.test", IMAP, Locale.GERMAN));
        assertThat(value(profile, "PayloadOrganization")).isEqualTo("Müller & <Söhne> \"Mail\" 'n' 漢 {0}");
        assertThat(value(account(profile), "IncomingMailServerUsername")).isEqualTo("r&d@example.test");
    }

    @Test
    void is_personal_and_so_has_no_public_route() {
        assertThat(new AppleProfile(nobody).routes()).isEmpty();
    }

    @Test
    void says_that_it_is_unsigned_and_is_a_file_for_the_installer() {
        var erika = EmailAddress.parse("erika@example.test").orElseThrow();
        var document = profiles.write(usual.catalogue().offer(erika).orElseThrow(), erika, IMAP, Locale.GERMAN);
        assertThat(profiles.signed()).isFalse();
        assertThat(document.contentType()).isEqualTo("application/x-apple-aspen-config");
        assertThat(document.fileName()).isEqualTo("example.test-imap.mobileconfig");
    }

    @Test
    void refuses_to_fetch_by_what_is_not_offered() {
        var imapOnly =
                usual.with(server(IMAP, "imap.example.test", 993, TLS), server(SMTP, "smtp.example.test", 465, TLS));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> profile(imapOnly, "erika@example.test", POP3, Locale.GERMAN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> profile(usual, "erika@example.test", SMTP, Locale.GERMAN));
    }

    @ParameterizedTest
    @CsvSource({"IMAP", "POP3"})
    void is_a_property_list_to_other_eyes(Protocol incoming, @TempDir Path directory) {
        var file = Signing.written(
                directory.resolve("profile.plist"), profile(usual, "erika@example.test", incoming, Locale.GERMAN));
        var said = Programs.run("plistutil", "-i", file, "-o", directory.resolve("profile.bin"), "-f", "bin");
        assertThat(said.status()).as(said.output()).isZero();
        var again = Programs.run("plistutil", "-i", directory.resolve("profile.bin"), "-o", "-", "-f", "xml");
        assertThat(again.output()).contains("<string>erika@example.test</string>", "<integer>587</integer>");
    }

    private byte[] profile(ExampleHoster hoster, String address, Protocol incoming, Locale language) {
        var mailbox = EmailAddress.parse(address).orElseThrow();
        var offer = hoster.catalogue().offer(mailbox).orElseThrow();
        return profiles.write(offer, mailbox, incoming, language).bytes();
    }

    private static Element dictionary(byte[] profile) {
        assertThat(new String(profile, StandardCharsets.UTF_8)).contains("<!DOCTYPE plist PUBLIC");
        return TestDocument.named(TestDocument.root(profile), "dict").getFirst();
    }

    private static Element account(Element profile) {
        return TestDocument.named(TestDocument.named(profile, "array").getFirst(), "dict")
                .getFirst();
    }

    /** The text after a key, among a dictionary's own children. */
    private static String value(Element dictionary, String key) {
        var children = dictionary.getChildNodes();
        var elements = IntStream.range(0, children.getLength())
                .mapToObj(children::item)
                .filter(Element.class::isInstance)
                .toList();
        return IntStream.range(0, elements.size() - 1)
                .filter(i -> elements.get(i).getTextContent().equals(key))
                .mapToObj(i -> elements.get(i + 1).getTextContent())
                .findFirst()
                .orElseThrow();
    }
}
