package org.postlotse.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.postlotse.catalogue.Domain;
import org.postlotse.catalogue.EmailAddress;

class ProfileIdentityTest {
    private final ProfileIdentity erika = identity("erika@example.test");

    @Test
    void makes_the_UUID_that_others_make() {
        // what uuidgen --sha1 --namespace @dns and Python's uuid5 say
        assertThat(ProfileIdentity.nameBased(ProfileIdentity.DNS, "www.example.com"))
                .isEqualTo(UUID.fromString("2ed6657d-e927-568b-95e1-2665a8aea6a2"));
    }

    @Test
    void stays_the_same_for_a_mailbox_in_any_spelling() {
        // these are on customers' devices: another value would add a second account there
        assertThat(erika.identifier()).isEqualTo("test.example.mail.c134a0d205b46bdc");
        assertThat(erika.uuid("profile")).isEqualTo("86B8920D-3712-553F-9250-91EA653923FA");
        assertThat(identity("Erika@EXAMPLE.test").identifier()).isEqualTo(erika.identifier());
        assertThat(identity("ERIKA@example.test").uuid("imap")).isEqualTo(erika.uuid("imap"));
        assertThat(identity("erika@MÜLLER.example").uuid("imap"))
                .isEqualTo(identity("erika@xn--mller-kva.example").uuid("imap"));
    }

    @Test
    void differs_between_mailboxes_parts_and_hosters() {
        var otto = identity("otto@example.test");
        assertThat(otto.identifier()).isNotEqualTo(erika.identifier());
        assertThat(otto.uuid("imap")).isNotEqualTo(erika.uuid("imap"));
        assertThat(erika.uuid("pop3")).isNotEqualTo(erika.uuid("imap"));
        assertThat(new ProfileIdentity(new Domain("other.test"), erika.addresses()).uuid("imap"))
                .isNotEqualTo(erika.uuid("imap"));
    }

    private static ProfileIdentity identity(String address) {
        return new ProfileIdentity(
                new Domain("example.test"), EmailAddress.parse(address).orElseThrow());
    }
}
