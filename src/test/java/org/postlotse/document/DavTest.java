package org.postlotse.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postlotse.catalogue.ExampleHoster;
import org.postlotse.catalogue.YamlCatalogue;
import org.postlotse.document.ProfileOrder.Part;
import org.postlotse.support.Golden;
import org.postlotse.support.Programs;

/** Calendars and contacts beside mail, and several mailboxes in one profile. */
class DavTest {
    private final Mailbox erika = WithDav.mailbox("erika@example.test");
    private final Mailbox otto = WithDav.mailbox("otto@müller.example");
    private final ProfileSigner nobody = new ProfileSigner(Signing.none(), Clock.systemUTC());
    private final AppleProfile profiles = new AppleProfile(nobody);
    private final Served served = new Served(() -> ExampleHoster.usual().catalogue());

    @Test
    void stand_in_autoconfig_outside_the_mail_provider() {
        var document = new MozillaAutoconfig(served).write(erika).bytes();
        Golden.matches("document/autoconfig-dav.xml", document);
        var mail =
                TestDocument.named(TestDocument.root(document), "emailProvider").getFirst();
        assertThat(TestDocument.texts(mail, "url")).isEmpty();
    }

    @Test
    void have_no_attribute_on_a_value_which_Thunderbird_149_reads_as_an_object() {
        var root = TestDocument.root(new MozillaAutoconfig(served).write(erika).bytes());
        assertThat(TestDocument.named(root, "authentication"))
                .hasSize(5)
                .allMatch(element -> element.getAttributes().getLength() == 0);
    }

    @Test
    void stand_in_Autodiscover_behind_the_mail_servers() {
        var document = new Autodiscover(served, Clock.systemUTC()).write(erika).bytes();
        Golden.matches("document/autodiscover-dav.xml", document);
        assertThat(TestDocument.texts(TestDocument.root(document), "Type"))
                .containsExactly("IMAP", "POP3", "SMTP", "CalDAV", "CardDAV");
    }

    @Test
    void stand_in_PACC_with_neither_a_port_nor_a_mere_host() {
        assertThat(pacc("https://dav.example.test/dav/"))
                .contains("\"caldav\":{\"url\":\"https://dav.example.test/dav/\"}");
        assertThat(pacc("https://dav.example.test:8443/dav/")).doesNotContain("dav");
        assertThat(pacc("https://dav.example.test/")).doesNotContain("dav");
    }

    private static String pacc(String calendars) {
        var hoster = new YamlCatalogue("""
                postlotse:
                  public-url: https://sicher.example.test
                  provider:
                    id: example.test
                    name: Beispiel-Hoster
                    short-name: Beispiel
                    webmail: https://webmail.example.test/
                    help: https://www.example.test/hilfe
                    calendars: %s
                    phone: "1"
                    hours: "8"
                  servers:
                    - { protocol: imap, host: mail01.example.test, port: 993, security: tls }
                    - { protocol: smtp, host: mail01.example.test, port: 465, security: tls }
                  domains: [example.test]
                  cut-off: 2024-09-20
                """.formatted(calendars));
        assertThat(hoster.faults()).isEmpty();
        var catalogue = hoster.catalogue();
        var answer = new Pacc(new Served(() -> catalogue)).answer(TestDocument.get("ua-auto-config.example.test", ""));
        return new String(TestDocument.bytes(answer), StandardCharsets.UTF_8);
    }

    @Test
    void stand_in_no_document_of_a_hoster_that_has_none() {
        var address = erika.address();
        var plain = Mailbox.of(
                address, ExampleHoster.usual().catalogue().offer(address).orElseThrow(), erika.language());
        for (var format : List.of(
                new MozillaAutoconfig(served), new Autodiscover(served, Clock.systemUTC()), (DocumentFormat) profiles))
            assertThat(new String(TestDocument.bytes(format.write(plain)), StandardCharsets.UTF_8))
                    .doesNotContainIgnoringCase("dav");
    }

    @Test
    void join_several_mailboxes_in_one_profile() {
        Golden.matches("document/profile-several.mobileconfig", several(Part.values()));
    }

    @Test
    void are_left_out_of_a_profile_where_nobody_wants_them() {
        var keys = TestDocument.texts(TestDocument.root(several(Part.CONTACTS)), "key");
        assertThat(keys).contains("CardDAVHostName").doesNotContain("CalDAVHostName", "EmailAddress");
    }

    @Test
    void have_whole_numbers_for_ports_and_no_password() {
        var root = TestDocument.root(several(Part.values()));
        assertThat(TestDocument.texts(root, "integer")).contains("443", "8443");
        assertThat(TestDocument.named(root, "real")).isEmpty();
        assertThat(TestDocument.texts(root, "key"))
                .noneMatch(key -> key.endsWith("Password") && !key.startsWith("OutgoingPasswordSame"));
    }

    @Test
    void use_each_identifier_once_whatever_is_in_the_profile() {
        var strings = TestDocument.texts(TestDocument.root(several(Part.values())), "string");
        assertThat(strings.stream().filter(text -> text.matches("[0-9A-F-]{36}")))
                .hasSize(7)
                .doesNotHaveDuplicates();
        assertThat(strings.stream().filter(text -> text.startsWith("test.example.mail.")))
                .hasSize(7)
                .doesNotHaveDuplicates();
    }

    @Test
    void keep_a_profiles_identity_whatever_the_order_of_its_mailboxes() {
        var one = identity(List.of(erika, otto), Set.of(Part.MAIL));
        assertThat(identity(List.of(otto, erika), EnumSet.allOf(Part.class))).isEqualTo(one);
        assertThat(identity(List.of(erika), Set.of(Part.MAIL))).isNotEqualTo(one);
        assertThat(identity(List.of(erika), EnumSet.allOf(Part.class)))
                .isEqualTo(identity(List.of(erika), Set.of(Part.MAIL)))
                .isEqualTo(new ProfileIdentity(erika.offer().provider().id(), erika.address()).identifier());
    }

    @Test
    void are_refused_in_an_order_that_comes_to_nothing() {
        var plain = ExampleHoster.usual().catalogue().offer(erika.address()).orElseThrow();
        var bare = Mailbox.of(erika.address(), plain, erika.language());
        assertThatIllegalArgumentException().isThrownBy(() -> new ProfileOrder(List.of(), Set.of(Part.MAIL)));
        assertThatIllegalArgumentException().isThrownBy(() -> new ProfileOrder(List.of(erika), Set.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProfileOrder(List.of(erika, erika), Set.of(Part.MAIL)));
        assertThatIllegalArgumentException().isThrownBy(() -> new ProfileOrder(List.of(bare), Set.of(Part.CALENDARS)));
    }

    @Test
    void are_a_property_list_to_other_eyes(@TempDir Path directory) {
        var file = Signing.written(directory.resolve("profile.plist"), several(Part.values()));
        var said = Programs.run("plistutil", "-i", file, "-o", "-", "-f", "xml");
        assertThat(said.status()).as(said.output()).isZero();
        assertThat(said.output()).contains("com.apple.caldav.account", "com.apple.carddav.account");
    }

    private byte[] several(Part... parts) {
        return profiles.write(new ProfileOrder(List.of(erika, otto), Set.of(parts)))
                .bytes();
    }

    private String identity(List<Mailbox> mailboxes, Set<Part> parts) {
        var root = TestDocument.root(
                profiles.write(new ProfileOrder(mailboxes, parts)).bytes());
        return TestDocument.texts(root, "string").get(1);
    }
}
