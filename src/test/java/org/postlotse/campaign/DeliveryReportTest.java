package org.postlotse.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postlotse.support.Chance;

/** Reports of mail servers, in the forms in which Postfix, Exim and Exchange write them. */
class DeliveryReportTest {
    private static final String FAILED = "Action: failed\nStatus: 5.1.1\n";
    private static final String ENVELOPE = "To: bounce+%s@example.test\n";
    private static final String OURS = "Message-ID: <%s.first.0@example.test>\nSubject: x\n";

    private final House house = House.usual();
    private String code = "";

    @BeforeEach
    void send() {
        house.opened("erika").everybody().step();
        code = house.store
                .recipients()
                .find(House.mailbox("erika"))
                .orElseThrow()
                .code()
                .letters()
                .toLowerCase(java.util.Locale.ROOT);
    }

    @Test
    void a_failure_is_known_by_our_envelopes_address() {
        assertThat(take(report(ENVELOPE, FAILED, "Message-ID: <x@example.test>\n")))
                .isEqualTo(Returns.Taken.MARKED);
        assertThat(house.states("erika")).containsExactly(CaseState.REFUSED);
    }

    @Test
    void or_by_our_own_number_where_the_address_was_rewritten() {
        assertThat(take(report("To: postmaster@example.test\n", FAILED, OURS))).isEqualTo(Returns.Taken.MARKED);
        assertThat(house.states("erika")).containsExactly(CaseState.REFUSED);
    }

    @Test
    void a_delay_marks_nothing() {
        assertThat(take(report(ENVELOPE, "Action: delayed\nStatus: 4.4.1\n", OURS)))
                .isEqualTo(Returns.Taken.NOT_YET);
        assertThat(take(report(ENVELOPE, "Action: delivered\nStatus: 2.0.0\n", OURS)))
                .isEqualTo(Returns.Taken.NOT_YET);
        assertThat(house.states("erika")).containsExactly(CaseState.WARNED);
    }

    @Test
    void reports_on_others_letters_and_letters_of_people_are_left_alone() {
        assertThat(take(report("To: list@example.test\n", FAILED, "Message-ID: <x@y>\n")))
                .isEqualTo(Returns.Taken.NOT_OURS);
        assertThat(take("To: bounce+22222222@example.test\nSubject: hello\n\nHow do I change it?\n"))
                .isEqualTo(Returns.Taken.NO_REPORT);
        assertThat(take(report("To: bounce+22222222@example.test\n", FAILED, "")))
                .isEqualTo(Returns.Taken.NOT_OURS);
        assertThat(house.states("erika")).containsExactly(CaseState.WARNED);
    }

    @Test
    void whatever_comes_is_never_an_error() {
        var right = report(ENVELOPE, FAILED, OURS);
        Chance.fresh()
                .cases(
                        500,
                        chance -> right.substring(0, chance.below(right.length()))
                                + chance.word("\n:;-=\"<>aä \u0000", 0, 20)
                                + right.substring(chance.below(right.length())),
                        made -> assertThat(take(made)).isNotNull());
    }

    private Returns.Taken take(String message) {
        return house.returns.message(
                new ByteArrayInputStream(message.replace("%s", code).getBytes(StandardCharsets.UTF_8)));
    }

    private static String report(String addressed, String recipient, String returned) {
        return ("""
                Return-Path: <>
                From: MAILER-DAEMON@mail.example.test
                """ + addressed + """
                Subject: Undelivered Mail Returned to Sender
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

                --b1
                Content-Type: text/plain; charset=us-ascii

                I am sorry.

                --b1
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mail.example.test

                Final-Recipient: rfc822; erika@example.test
                """ + recipient + """

                --b1
                Content-Type: text/rfc822-headers

                """ + returned + """

                --b1--
                """).replace("\n", "\r\n");
    }
}
