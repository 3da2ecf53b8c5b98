package org.postlotse.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.document.Route.Method;

class InquiryTest {
    @ParameterizedTest
    @CsvSource({
        "emailaddress=erika%40example.test, erika@example.test", // Thunderbird
        "emailaddress=erika@example.test, erika@example.test", // FairEmail
        "emailaddress=erika+news@example.test, erika+news@example.test",
        "emailaddress=erika%2Bnews@example.test, erika+news@example.test",
        "emailaddress=erika%20news%40example.test, erika+news@example.test", // through a proxy that decodes forms
        "emailaddress=EVOLUTIONUSER@example.test&emailmd5=0cc175b9, evolutionuser@example.test",
        "a=b&EmailAddress=erika@EXAMPLE.test, erika@example.test",
        "emailaddress=erika@m%C3%BCller.example, erika@xn--mller-kva.example",
        "emailaddress=%20erika@example.test%20, erika@example.test",
    })
    void reads_addresses_as_programs_write_them(String query, String address) {
        assertThat(asked(query).map(EmailAddress::normalised)).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "emailaddress",
                "emailaddress=",
                "emailaddress=erika",
                "emailaddress=@example.test",
                "emailaddress=%",
                "emailaddress=%4",
                "emailaddress=%zz@example.test@",
                "emailaddress=a%00b@example.test",
                "emailaddress=%FF@example.test",
                "emailaddress=<script>",
                "other=erika@example.test",
                "&&==&",
            })
    void takes_nonsense_for_no_address(String query) {
        assertThat(asked(query)).isEmpty();
    }

    @Test
    void is_not_changed_by_whoever_handed_its_body_over() {
        byte[] body = {1};
        var inquiry = new Inquiry(Method.POST, "example.test", "", body);
        body[0] = 2;
        assertThat(inquiry.body()).containsExactly(1);
    }

    private static Optional<EmailAddress> asked(String query) {
        return new Inquiry(Method.GET, "example.test", query, new byte[0]).address("emailaddress");
    }
}
