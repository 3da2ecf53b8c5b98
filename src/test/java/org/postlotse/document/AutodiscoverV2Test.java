package org.postlotse.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.catalogue.ExampleHoster;
import org.postlotse.support.Golden;

class AutodiscoverV2Test {
    private static final String HOST = "autodiscover.example.test";

    private final AutodiscoverV2 format = format(ExampleHoster.usual());

    @Test
    void says_where_the_XML_is() {
        Golden.matches(
                "document/autodiscover-v2.json",
                TestDocument.bytes(asked("Email=erika@example.test&Protocol=AutodiscoverV1")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Email=erika%40example.test&Protocol=Autodiscoverv1&RedirectCount=1", // Outlook 2016
                "Protocol=AUTODISCOVERV1",
                "protocol=autodiscoverv1", // SOGo's and phones' spelling; mailcow #2300
                "Protocol=AutodiscoverV1&Protocol=EWS"
            })
    void compares_the_protocol_without_case(String query) {
        assertThat(TestDocument.bytes(asked(query)))
                .isEqualTo(TestDocument.bytes(asked("Email=erika@example.test&Protocol=AutodiscoverV1")));
    }

    @Test
    void takes_the_address_from_the_path() { // Outlook for Microsoft 365, Mail of macOS 15
        var elsewhere = TestDocument.get("unknown.example", "Protocol=AutodiscoverV1");
        assertThat(format.answer(elsewhere.below("erika%40example.test"))).isInstanceOf(Document.class);
        assertThat(format.answer(elsewhere.below("erika@unknown.example"))).returns(404, AutodiscoverV2Test::status);
        assertThat(format.answer(elsewhere.below("%ff"))).returns(404, AutodiscoverV2Test::status);
    }

    @ParameterizedTest
    @CsvSource({
        "Protocol=EWS, EWS", // Mail of macOS 15
        "Protocol=ActiveSync, ActiveSync", // phones
        "Protocol=%3Cscript%3Ealert(1)%3C/script%3E, scriptalert1script", // mailcow ran it (2021)
        "Protocol=a%22%2C%22b%0d%0a, ab",
        "Protocol=0123456789012345678901234567890123456789, 01234567890123456789012345678901",
        "Protocol=%E6%BC%A2, ''",
    })
    void says_404_to_every_other_protocol_and_repeats_only_what_is_harmless(String query, String repeated)
            throws IOException {
        assertThat(asked(query)).returns(404, AutodiscoverV2Test::status);
        var words = new JsonMapper().readTree(((Refused) asked(query)).words().bytes());
        assertThat(words.get("ErrorCode").textValue()).isEqualTo("InvalidProtocol");
        assertThat(words.get("ErrorMessage").textValue())
                .isEqualTo("The given protocol value '" + repeated
                        + "' is invalid. Supported values are 'AutodiscoverV1'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Protocol", "Protocol=", "Protocol=%20", "Email=erika@example.test"})
    void says_400_where_no_protocol_is_named(String query) {
        assertThat(asked(query)).returns(400, AutodiscoverV2Test::status);
        Golden.matches(
                "document/autodiscover-v2-400.json",
                ((Refused) asked(query)).words().bytes());
    }

    @Test
    void says_404_to_other_domains_in_JSON_and_without_a_word_of_theirs() {
        var answer = format.answer(TestDocument.get("unknown.example", "Email=a@unknown.example&Protocol=EWS"));
        assertThat(answer).asInstanceOf(type(Refused.class)).returns(404, Refused::status);
        var words = ((Refused) answer).words();
        assertThat(words.contentType()).isEqualTo("application/json");
        assertThat(new String(words.bytes(), StandardCharsets.UTF_8))
                .contains("UserNotFound")
                .doesNotContain("unknown", "EWS");
    }

    @Test
    void tells_nothing_of_the_mailbox() {
        var erika = EmailAddress.parse("erika@example.test").orElseThrow();
        var offer = ExampleHoster.usual().catalogue().offer(erika).orElseThrow();
        assertThat(TestDocument.bytes(format.write(Mailbox.of(erika, offer, Locale.GERMAN))))
                .isEqualTo(TestDocument.bytes(asked("Protocol=AutodiscoverV1")));
    }

    private Answer asked(String query) {
        return format.answer(TestDocument.get(HOST, query));
    }

    private static int status(Answer answer) {
        return answer instanceof Refused(var status, var words) ? status : 200;
    }

    private static AutodiscoverV2 format(ExampleHoster hoster) {
        var catalogue = hoster.catalogue();
        return new AutodiscoverV2(new Served(() -> catalogue));
    }
}
