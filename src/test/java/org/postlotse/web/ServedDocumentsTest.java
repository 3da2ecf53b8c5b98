package org.postlotse.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postlotse.demo.Issued;
import org.postlotse.demo.ThrowAwayAuthority;
import org.postlotse.document.PaccRecord;
import org.postlotse.support.Programs;

/** Every document as the running product serves it, before the eyes of programs that are not ours. */
@QuarkusTest
@TestProfile(SignedHoster.class)
@SuppressWarnings("NullAway.Init") // the container fills the fields in
class ServedDocumentsTest {
    private static final String PACC = "/.well-known/user-agent-configuration.json";
    private static final String JSON = "/autodiscover/autodiscover.json";
    private static final String POST = """
            <Autodiscover xmlns="http://schemas.microsoft.com/exchange/autodiscover/outlook/requestschema/2006">
              <Request><EMailAddress>erika@example.test</EMailAddress><AcceptableResponseSchema>%s</AcceptableResponseSchema></Request>
            </Autodiscover>
            """;
    /** RFC 8259 to the letter: no key twice, nothing behind the value. */
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "autoconfig.example.test, /mail/config-v1.1.xml",
        "autoconfig.xn--mller-kva.example, /mail/config-v1.1.xml?emailaddress=erika%40m%C3%BCller.example",
        "example.test, /.well-known/autoconfig/mail/config-v1.1.xml",
        "autoconfig.example.test, /v1.1/mail/config-v1.1.xml",
        "autodiscover.example.test, /autodiscover/autodiscover.xml",
        "autodiscover.example.test, /autodiscover/autodiscover.xml?Email=r%26d@example.test",
    })
    void XML_is_well_formed_to_xmllint(String host, String target) throws IOException {
        wellFormed(got(host, target));
    }

    @ParameterizedTest
    @CsvSource({
        "http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a, LoginName",
        "http://schemas.microsoft.com/exchange/autodiscover/mobilesync/responseschema/2006, 601",
        "whatever, 600"
    })
    void posted_XML_is_well_formed_to_xmllint(String schema, String holds) throws IOException {
        var answer = given().header("Host", "autodiscover.example.test")
                .contentType("text/xml; charset=utf-8")
                .body(POST.formatted(schema))
                .post("/autodiscover/autodiscover.xml")
                .asByteArray();
        wellFormed(answer);
        assertThat(new String(answer, StandardCharsets.UTF_8)).contains(holds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                JSON,
                JSON + "?Protocol=AutodiscoverV1",
                JSON + "?Protocol=%22%2C%22%5C%00%E2%80%A8",
                JSON + "/v1.0/erika%40unknown.example?Protocol=EWS"
            })
    void JSON_is_read_by_a_strict_reader(String target) throws IOException {
        assertThat(strict(got("autodiscover.example.test", target)).isObject()).isTrue();
    }

    @Test
    void monitors_read_when_the_signing_certificate_ends() throws IOException {
        assertThat(given().get(management.resolve("/q/metrics")).asString())
                .containsPattern("(?m)^postlotse_signing_certificate_days_left 89\\.0$");
        var health = given().get(management.resolve("/q/health/well")).asByteArray();
        var signing = StreamSupport.stream(strict(health).path("checks").spliterator(), false)
                .filter(check -> check.path("name").asText().equals("signing certificate"))
                .findFirst()
                .orElseThrow();
        // this Java knows nothing of the authority that the test's programs trust
        assertThat(signing.path("status").asText()).isEqualTo("DOWN");
        assertThat(signing.path("data").path("complaints").asText()).startsWith("The chain leads to no authority");
        assertThat(signing.path("data").path("days left").asInt()).isEqualTo(89);
        assertThat(given().get(management.resolve("/q/health/ready")).statusCode())
                .isEqualTo(200);
    }

    /** So classic Outlook finds customers' domains that have no certificate of their own; autoconfig stays for KMail. */
    @Test
    void by_http_Autodiscover_leads_to_https_and_autoconfig_is_answered() {
        var home = "https://sicher.example.test/autodiscover/autodiscover.xml";
        for (var method : List.of("GET", "HEAD", "POST")) {
            var moved = raw(method + " /Autodiscover/Autodiscover.xml", "autodiscover.example.test", "http");
            assertThat(moved.status()).isEqualTo(302);
            assertThat(moved.header("location")).isEqualTo(home);
            assertThat(moved.header("cache-control")).isEqualTo("no-store");
            assertThat(moved.headers()).doesNotContainKeys("www-authenticate", "etag");
            assertThat(raw(method + " /autodiscover/autodiscover.xml", "autodiscover.example.test", "https")
                            .status())
                    .isEqualTo(200);
        }
        assertThat(raw("GET /autodiscover/autodiscover.xml", "autodiscover.unknown.example", "http")
                        .status())
                .isEqualTo(404);
        assertThat(raw("GET /mail/config-v1.1.xml", "autoconfig.example.test", "http")
                        .status())
                .isEqualTo(200);
    }

    private static RawRequest.Response raw(String line, String host, String proto) {
        return new RawRequest(RestAssured.port)
                .send(line + " HTTP/1.1", "Host: " + host, "X-Forwarded-Proto: " + proto, "Content-Length: 0");
    }

    @Test
    void PACC_is_one_line_of_strict_JSON_and_the_same_each_time() throws IOException {
        var served = got("ua-auto-config.example.test", PACC);
        var document = strict(served);
        assertThat(document.at("/authentication/password").booleanValue()).isTrue();
        assertThat(document.at("/protocols/submit/host").textValue()).isEqualTo("mail01.example.test");
        assertThat(document.at("/protocols/smtp")).isEqualTo(document.at("/protocols/submit"));
        assertThat(new String(served, StandardCharsets.UTF_8)).doesNotContain("\n");
        assertThat(got("ua-auto-config.example.test", PACC)).isEqualTo(served);
        assertThat(got("UA-AUTO-CONFIG.example.test.", PACC + "?emailaddress=x@m%C3%BCller.example"))
                .isEqualTo(served);
    }

    @Test
    void PACCs_digest_is_the_one_that_openssl_finds() throws IOException {
        var file = directory.resolve("served.json");
        Files.write(file, got("ua-auto-config.example.test", PACC));
        var said = Programs.run("openssl", "dgst", "-sha256", "-binary", "-out", directory.resolve("digest"), file);
        assertThat(said.status()).as(said.output()).isZero();
        var digest = Programs.run("openssl", "base64", "-A", "-in", directory.resolve("digest"));
        assertThat(PaccRecord.value(Files.readAllBytes(file))).isEqualTo("v=UAAC1; a=sha256; d=" + digest.output());
    }

    @ParameterizedTest
    @ValueSource(strings = {"erika@example.test", "r&d@example.test", "erika@müller.example", "ärika@example.test"})
    void a_profile_is_verified_by_openssl_and_read_by_plistutil(String mailbox) throws IOException {
        assertThat(profile(WizardFiles.of(mailbox, "profile.mobileconfig")))
                .contains("com.apple.mail.managed", "<integer>465</integer>", "mail01.example.test")
                .doesNotContain("<key>IncomingPassword");
    }

    @Test
    void a_profile_for_several_mailboxes_is_read_by_plistutil_and_uses_no_identifier_twice() throws IOException {
        var profile = profile(WizardFiles.profileOf("erika@example.test", "otto@example.test", "ERIKA@example.test"));
        assertThat(profile.split("com.apple.mail.managed", -1)).hasSize(3);
        assertThat(profile).contains("com.apple.caldav.account", "com.apple.carddav.account", "dav.example.test");
        assertThat(Pattern.compile("Payload(?:Identifier|UUID)</key>\\s*<string>(.*)</string>")
                        .matcher(profile)
                        .results()
                        .map(found -> found.group(1)))
                .hasSize(2 + 2 * 3 * 2)
                .doesNotHaveDuplicates();
    }

    /** Its inside after openssl and plistutil have both read it. */
    private String profile(byte[] served) throws IOException {
        var signed = Files.write(directory.resolve("signed.mobileconfig"), served);
        var plain = directory.resolve("plain.mobileconfig");
        var said = verified(signed, plain, root());
        assertThat(said.status()).as(said.output()).isZero();
        wellFormed(Files.readAllBytes(plain));
        var binary = directory.resolve("profile.bin");
        var read = Programs.run("plistutil", "-i", plain, "-o", binary, "-f", "bin");
        assertThat(read.status()).as(read.output()).isZero();
        return Programs.run("plistutil", "-i", binary, "-o", "-", "-f", "xml").output();
    }

    @ParameterizedTest
    @ValueSource(strings = {"android/k9-settings", "android/android-code-svg"})
    void what_Android_takes_is_well_formed_to_xmllint(String file) throws IOException {
        wellFormed(WizardFiles.of("r&d@example.test", file));
    }

    /** ZXing is what Thunderbird for Android (2026-08) reads the camera's pictures with. */
    @Test
    void the_code_for_Android_is_read_again_from_the_served_picture() throws Exception {
        var picture = ImageIO.read(
                new ByteArrayInputStream(WizardFiles.of("erika@müller.example", "android/android-code-png")));
        var pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        var source = new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels);
        var text = new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
        var payload = strict(text.getBytes(StandardCharsets.UTF_8));
        assertThat(text.length()).isLessThanOrEqualTo(800);
        assertThat(payload.at("/0").intValue()).isOne();
        assertThat(payload.at("/2").toString())
                .isEqualTo("[0,\"mail01.example.test\",993,3,1,\"erika@xn--mller-kva.example\"]");
        assertThat(payload.at("/3/0/0").toString())
                .isEqualTo("[0,\"mail01.example.test\",465,3,1,\"erika@xn--mller-kva.example\"]");
    }

    /** Thunderbird 149 (2026-01) reads a value with an attribute as an object, and then refuses the whole file. */
    @Test
    void no_value_of_a_mail_server_has_an_attribute() {
        var served = new String(got("autoconfig.example.test", "/mail/config-v1.1.xml"), StandardCharsets.UTF_8);
        assertThat(served).contains("<addressBook type=\"carddav\">", "<calendar type=\"caldav\">");
        assertThat(Pattern.compile("<([A-Za-z]+) [^>]*>[^<\\s]")
                        .matcher(served)
                        .results()
                        .map(found -> found.group(1)))
                .isSubsetOf("descr", "authentication");
        assertThat(served.substring(0, served.indexOf("</emailProvider>"))).doesNotContain("<authentication ");
        // FairEmail 1.2331 (2026-08) lets the last user name in the file win
        assertThat(Pattern.compile("<username>(.*)</username>")
                        .matcher(served)
                        .results()
                        .map(found -> found.group(1)))
                .hasSizeGreaterThan(3)
                .containsOnly("%EMAILADDRESS%");
    }

    @Test
    void a_profile_is_not_verified_where_its_authority_is_not_trusted() throws IOException {
        var signed = Files.write(
                directory.resolve("signed.mobileconfig"), WizardFiles.of("erika@example.test", "profile.mobileconfig"));
        var stranger = Issued.pem(ThrowAwayAuthority.root("Somebody else").certificate());
        var other = Files.writeString(directory.resolve("other.pem"), stranger);
        assertThat(verified(signed, directory.resolve("plain.mobileconfig"), other)
                        .status())
                .isNotZero();
    }

    private static Path root() {
        var chain = ConfigProvider.getConfig().getValue("postlotse.signing.chain", String.class);
        return Path.of(chain).resolveSibling(SignedHoster.ROOT);
    }

    private static Programs.Said verified(Path signed, Path plain, Path authority) {
        return Programs.run(
                "openssl",
                "cms",
                "-verify",
                "-binary",
                "-inform",
                "DER",
                "-in",
                signed,
                "-CAfile",
                authority,
                "-purpose",
                "any",
                "-out",
                plain);
    }

    private static byte[] got(String host, String target) {
        return given().header("Host", host)
                .urlEncodingEnabled(false)
                .get(target)
                .asByteArray();
    }

    private static JsonNode strict(byte[] bytes) throws IOException {
        utf8(bytes);
        return STRICT.readTree(bytes);
    }

    /** Thunderbird 149 (2026-01) wants the declaration to be the very first bytes. */
    private void wellFormed(byte[] xml) throws IOException {
        utf8(xml);
        assertThat(xml).startsWith("<?xml".getBytes(StandardCharsets.US_ASCII));
        var said = Programs.run("xmllint", "--noout", "--nonet", Files.write(directory.resolve("served.xml"), xml));
        assertThat(said.status()).as(said.output()).isZero();
        assertThat(said.output()).isEmpty();
    }

    private static void utf8(byte[] bytes) throws CharacterCodingException {
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
    }
}
