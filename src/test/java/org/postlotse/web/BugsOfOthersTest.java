package org.postlotse.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What others who write these documents got wrong, looked for in what the running product answers. */
@QuarkusTest
class BugsOfOthersTest {
    private static final String AUTOCONFIG = "/mail/config-v1.1.xml";
    private static final String AUTODISCOVER = "/autodiscover/autodiscover.xml";
    private static final String OUTLOOK =
            "http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a";

    /** plesk_mail_autoconfig #2, smartlyway #1: the second mailbox's profile removed the first. */
    @Test
    void one_identifier_for_all_mailboxes() {
        assertThat(identifiers(profile("erika@example.test")))
                .hasSizeGreaterThanOrEqualTo(4)
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(identifiers(profile("otto@example.test")));
    }

    /** mailcow: each download was another account to the device, not the same one anew. */
    @Test
    void random_identifiers_for_each_download() {
        var first = identifiers(profile("erika@example.test"));
        assertThat(identifiers(profile("erika@example.test"))).isEqualTo(first);
        assertThat(identifiers(profile("ERIKA@Example.TEST"))).isEqualTo(first);
    }

    /** automx2 before 2024.2: iOS and macOS then send the password before any encryption. */
    @Test
    void UseSSL_false_with_STARTTLS() {
        assertThat(profile("erika@example.test"))
                .containsPattern("<key>OutgoingMailServerPortNumber</key>\\s*<integer>587</integer>")
                .containsPattern("<key>OutgoingMailServerUseSSL</key>\\s*<true/>")
                .containsPattern("<key>IncomingMailServerUseSSL</key>\\s*<true/>")
                .doesNotContain("<false/>");
    }

    /** mailcow and Mail-in-a-Box write ports as fractions; Apple's schema wants integers. */
    @Test
    void real_ports() {
        var profile = profile("erika@example.test");
        assertThat(profile).doesNotContain("<real>");
        assertThat(all("PortNumber</key>\\s*<([a-z]+)>", profile)).containsOnly("integer");
    }

    /** Hand-written scripts: of autoconfig.kunde.co.uk they make co.uk, and of any host below a domain that domain. */
    @ParameterizedTest
    @ValueSource(
            strings = {"autoconfig.kunde.example.test", "autoconfig.xn--mller-kva.example.test", "a.b.example.test"})
    void the_domain_taken_as_the_last_two_labels_of_the_host(String host) {
        assertThat(get(host, AUTOCONFIG).status()).isEqualTo(404);
        assertThat(get(host, AUTODISCOVER).status()).isEqualTo(404);
    }

    /** Stalwart #1537, gromox #257: Thunderbird for Android (2026-08, #8158) never sends an address. */
    @ParameterizedTest
    @ValueSource(strings = {"", "?", "?emailaddress", "?emailaddress=", "?emailaddress=erika", "?x=y"})
    void status_400_without_emailaddress(String query) {
        assertThat(get("autoconfig.example.test", AUTOCONFIG + query).status()).isEqualTo(200);
    }

    /** Left out it is on (MS-OXDSCLI), and Outlook 2016 tries a Windows log-in. */
    @Test
    void SPA_on() {
        assertThat(all("<SPA>(.*)</SPA>", post(OUTLOOK))).hasSize(3).containsOnly("off");
    }

    /** Generators for STARTTLS wrote off: Thunderbird 149 (2026-01) and Delta Chat 2.57.0 then speak in plain text. */
    @Test
    void SSL_off_with_STARTTLS() {
        assertThat(all("<SSL>(.*)</SSL>", post(OUTLOOK))).hasSize(3).containsOnly("on");
        assertThat(post(OUTLOOK)).containsPattern("<Port>587</Port>[^~]*<Encryption>TLS</Encryption>");
        assertThat(all("<Encryption>(.*)</Encryption>", post(OUTLOOK))).containsExactly("SSL", "SSL", "TLS");
    }

    /** mailcow #45 told everybody the mailbox's full name; some profiles had the password in them. */
    @Test
    void a_password_or_a_full_name_in_an_answer() {
        var authorized = new RawRequest(RestAssured.port)
                .send(
                        "GET " + AUTOCONFIG + "?emailaddress=erika%40example.test HTTP/1.1",
                        "Host: autoconfig.example.test",
                        "Authorization: Basic ZXJpa2E6c2VjcmV0"); // erika:secret
        assertThat(authorized.body()).doesNotContain("erika", "secret");
        assertThat(get("autoconfig.example.test", AUTOCONFIG + "?emailaddress=nobody%40example.test")
                        .body())
                .isEqualTo(authorized.body());
        assertThat(profile("erika@example.test"))
                .doesNotContain("<key>IncomingPassword", "<key>OutgoingPassword<", "EmailAccountName");
        assertThat(post(OUTLOOK)).contains("<DisplayName>erika@example.test</DisplayName>");
    }

    /** A script that wrote the schema that was asked for into its answer served whatever was sent to it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006&quot;&gt;&lt;reflected/&gt;",
                "reflected:schema",
                "http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006reflected",
                "http://schemas.microsoft.com/exchange/autodiscover/mobilesync/responseschema/2006reflected"
            })
    void the_requests_schema_reflected_into_the_answer(String schema) {
        assertThat(post(schema)).startsWith("<?xml").doesNotContain("reflected");
    }

    /** CRAM-MD5 needs passwords that the server can read; hosters who have hashed them announced it all the same. */
    @Test
    void password_encrypted_announced() {
        var settings = get("autoconfig.example.test", AUTOCONFIG).body();
        assertThat(all("<authentication>(.*)</authentication>", settings))
                .hasSize(3)
                .containsOnly("password-cleartext");
        assertThat(settings).doesNotContain("password-encrypted", "secure", "CRAM", "NTLM");
        assertThat(all("Authentication</key>\\s*<string>(.*)</string>", profile("erika@example.test")))
                .containsOnly("EmailAuthPassword");
    }

    /** Mailu #4075 wrote %EMAILDOMAIN% there: Thunderbird for Android (2026-08) refuses what is no host name. */
    @Test
    void an_id_that_is_no_host_name() {
        assertThat(all(
                        "<emailProvider id=\"(.*)\">",
                        get("autoconfig.example.test", AUTOCONFIG).body()))
                .containsExactly("example.test");
    }

    /** Thunderbird 149 (2026-01) logs in as the user “true” where the element is empty. */
    @Test
    void an_empty_login_name() {
        assertThat(get("autodiscover.example.test", AUTODISCOVER).body()).doesNotContain("LoginName");
        assertThat(post(OUTLOOK)).doesNotContain("<LoginName/>", "<LoginName></LoginName>");
    }

    /** mailcow (2019 and 2026): an ampersand in a value broke the whole profile. */
    @Test
    void an_ampersand_that_breaks_the_document() {
        assertThat(profile("r&d@example.test")).contains("<string>r&amp;d@example.test</string>");
    }

    /** mailcow #3622: in an account of a profile nobody could switch on their own S/MIME. */
    @Test
    void SMIME_that_nobody_can_switch_on() {
        assertThat(profile("erika@example.test"))
                .containsPattern("<key>SMIMESigningUserOverrideable</key>\\s*<true/>")
                .containsPattern("<key>SMIMEEnableEncryptionPerMessageSwitch</key>\\s*<true/>");
    }

    private static RawRequest.Response get(String host, String target) {
        return new RawRequest(RestAssured.port).send("GET " + target + " HTTP/1.1", "Host: " + host);
    }

    private static String post(String schema) {
        var body = ("<Autodiscover><Request><EMailAddress>erika@example.test</EMailAddress><AcceptableResponseSchema>"
                        + schema + "</AcceptableResponseSchema></Request></Autodiscover>")
                .getBytes(StandardCharsets.UTF_8);
        var response = new RawRequest(RestAssured.port)
                .send(
                        body,
                        "POST " + AUTODISCOVER + " HTTP/1.1",
                        "Host: autodiscover.example.test",
                        "Content-Length: " + body.length);
        assertThat(response.status()).isEqualTo(200);
        return response.body();
    }

    private static String profile(String mailbox) {
        return new String(WizardFiles.of(mailbox, "profile.mobileconfig"), StandardCharsets.UTF_8);
    }

    /** Every identifier and UUID in it. */
    private static List<String> identifiers(String profile) {
        return all("Payload(?:Identifier|UUID)</key>\\s*<string>(.*)</string>", profile);
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
