package org.postlotse.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.catalogue.ExampleHoster;
import org.postlotse.catalogue.Offer;
import org.postlotse.catalogue.OwnLogin;
import org.postlotse.probe.Verdict.WrongLoginName;
import org.postlotse.probe.Verdict.WrongPassword;

/** A login name of the hoster's records, before anybody has proven to own the mailbox. */
class SecretLoginTest {
    private static final EmailAddress ERIKA =
            EmailAddress.parse("erika@example.test").orElseThrow();

    @Test
    void is_what_is_tried() {
        assertThat(login("p1234", true, Optional.empty()).name()).isEqualTo("p1234");
        assertThat(login("p1234", true, Optional.of("typed")).name()).isEqualTo("typed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"p1234", "erika@example.test", "erika", "x"})
    void is_told_by_no_refusal(String typed) {
        var mailbox = login("p1234", true, Optional.of(typed)).refused();
        var nobody = login("erika@example.test", true, Optional.of(typed)).refused();

        assertThat(mailbox).isEqualTo(nobody).isEqualTo(new WrongPassword());
    }

    @Test
    void is_told_where_it_is_none() {
        assertThat(login("p1234", false, Optional.of("x")).refused()).isEqualTo(new WrongLoginName("p1234"));
    }

    private static Login login(String own, boolean secret, Optional<String> typed) {
        var usual = ExampleHoster.usual().catalogue().offer(ERIKA).orElseThrow();
        var offer = new Offer(
                usual.domain(),
                usual.provider(),
                usual.servers(),
                usual.loginName(),
                Optional.of(new OwnLogin(own, secret)));
        return Login.of(offer, new Credentials(ERIKA, typed, Secret.of("sesame".toCharArray())));
    }
}
