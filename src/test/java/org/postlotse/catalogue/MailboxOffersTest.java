package org.postlotse.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.postlotse.catalogue.MailboxReply.Booking;

/** What single mailboxes are offered, and who is told. */
class MailboxOffersTest {
    private static final EmailAddress ERIKA = address("erika@example.test");
    private static final EmailAddress NOBODY = address("nobody@example.test");

    private final List<EmailAddress> asked = new ArrayList<>();
    private final MovedClock clock = new MovedClock();
    private MailboxReply reply = known(new Booking(Optional.of("p1234"), true, false));

    @Test
    void strangers_are_told_the_same_of_every_address_and_nobody_is_asked() {
        var catalogue = catalogue("");

        assertThat(catalogue.offer(ERIKA)).isEqualTo(catalogue.offer(NOBODY));
        assertThat(catalogue.offer(ERIKA).orElseThrow().login(ERIKA)).isEqualTo("erika@example.test");
        assertThat(catalogue.asItsDomain(ERIKA)).isTrue();
        assertThat(catalogue.offer(ERIKA.domain())).isPresent();
        assertThat(asked).isEmpty();
    }

    @Test
    void an_owner_is_told_his_login_name_and_what_was_booked() {
        var offer = catalogue("").ownOffer(ERIKA).orElseThrow();

        assertThat(offer.login(ERIKA)).isEqualTo("p1234");
        assertThat(offer.servers()).extracting(Server::protocol).containsExactly(Protocol.IMAP, Protocol.SMTP);
    }

    @Test
    void who_has_no_entry_is_told_what_everybody_is_told() {
        assertThat(catalogue("").ownOffer(NOBODY)).isEqualTo(catalogue("").offer(NOBODY));
    }

    @Test
    void the_check_tries_every_server_and_keeps_every_login_name_to_itself() {
        var catalogue = catalogue("");
        var erika = catalogue.unprovenOffer(ERIKA).orElseThrow();
        var nobody = catalogue.unprovenOffer(NOBODY).orElseThrow();

        assertThat(erika.servers()).isEqualTo(nobody.servers()).hasSize(3);
        assertThat(erika.own()).contains(new OwnLogin("p1234", true));
        assertThat(nobody.own()).contains(new OwnLogin("nobody@example.test", true));
        assertThat(erika.toString() + erika.own()).doesNotContain("p1234");
    }

    @Test
    void both_kinds_of_mailbox_are_remembered_equally_long() {
        var catalogue = catalogue("");
        catalogue.unprovenOffer(ERIKA);
        catalogue.unprovenOffer(NOBODY);
        clock.move(Duration.ofSeconds(59));
        catalogue.unprovenOffer(address("ERIKA@example.test"));
        catalogue.unprovenOffer(NOBODY);
        assertThat(asked).hasSize(2);

        clock.move(Duration.ofSeconds(1));
        catalogue.unprovenOffer(ERIKA);
        catalogue.unprovenOffer(NOBODY);
        assertThat(asked).hasSize(4);
    }

    @Test
    void where_mailboxes_are_no_secret_everybody_is_told() {
        var catalogue = catalogue("mailboxes: { disclosed: true }");

        assertThat(catalogue.asItsDomain(ERIKA))
                .as("no document of the domain's is his")
                .isFalse();
        assertThat(catalogue.offer(ERIKA).orElseThrow().login(ERIKA)).isEqualTo("p1234");
        assertThat(catalogue.unprovenOffer(ERIKA).orElseThrow().own()).contains(new OwnLogin("p1234", false));
        assertThat(catalogue.offer(NOBODY).orElseThrow().servers()).hasSize(3);
    }

    @Test
    void an_offer_that_fetches_nothing_is_none() {
        reply = known(new Booking(Optional.empty(), false, false));

        assertThat(catalogue("").ownOffer(ERIKA).orElseThrow().servers()).hasSize(3);
    }

    @Test
    void without_records_a_login_name_is_no_secret() {
        var catalogue = new YamlCatalogue(yaml("")).catalogue();

        assertThat(catalogue.unprovenOffer(ERIKA)).isEqualTo(catalogue.offer(ERIKA));
    }

    @Test
    void records_that_can_not_be_read_change_nothing_and_are_told() {
        reply = new MailboxReply.Silent("the database can not be reached");
        var catalogue = catalogue("");
        for (var name : List.of("a", "b", "c"))
            assertThat(catalogue
                            .ownOffer(address(name + "@example.test"))
                            .orElseThrow()
                            .servers())
                    .hasSize(3);

        assertThat(catalogue.mailboxComplaint()).contains("the database can not be reached");
    }

    @Test
    void anything_but_true_and_false_is_a_fault() {
        assertThat(new YamlCatalogue(yaml("mailboxes: { disclosed: perhaps }")).faults())
                .extracting(Fault::key)
                .containsExactly("postlotse.mailboxes.disclosed");
    }

    private Catalogue catalogue(String more) {
        var source = new MailboxSource() {
            @Override
            public String id() {
                return "test";
            }

            @Override
            public boolean configured() {
                return true;
            }

            @Override
            public MailboxReply ask(EmailAddress address) {
                asked.add(address);
                return address.localPart().equals("nobody") ? new MailboxReply.Unknown(Duration.ofMinutes(1)) : reply;
            }
        };
        return new YamlCatalogue(yaml(more), clock, List.of(), List.of(source)).catalogue();
    }

    private static String yaml(String more) {
        return YamlCatalogue.WITHOUT_DOMAINS + "  domains: [example.test]\n"
                + (more.isEmpty() ? "" : "  " + more + "\n");
    }

    private static MailboxReply known(Booking booking) {
        return new MailboxReply.Known(booking, Duration.ofMinutes(1));
    }

    private static EmailAddress address(String text) {
        return EmailAddress.parse(text).orElseThrow();
    }
}
