package org.postlotse.support;

/** Delivery reports (RFC 3464) as mail servers write them. */
public final class DeliveryReports {
    private DeliveryReports() {}

    /**
     * One of Postfix', about the first letter to a mailbox.
     *
     * @param code that stood in its letter, in small letters
     * @param action {@code failed}, {@code delayed} …
     * @param status {@code 5.1.1}
     */
    public static String asPostfix(String mailbox, String code, String action, String status) {
        return """
                Return-Path: <>
                Delivered-To: bounce+%1$s@example.test
                From: MAILER-DAEMON@mail.example.test (Mail Delivery System)
                Subject: Undelivered Mail Returned to Sender
                To: bounce+%1$s@example.test
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status;
                 boundary="4F1.1719828000/mail.example.test"

                This is a MIME-encapsulated message.

                --4F1.1719828000/mail.example.test
                Content-Description: Notification
                Content-Type: text/plain; charset=us-ascii

                I'm sorry to have to inform you that your message could not be delivered.

                --4F1.1719828000/mail.example.test
                Content-Description: Delivery report
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mail.example.test
                X-Postfix-Queue-ID: 4F1
                Arrival-Date: Mon,  1 Jul 2024 12:00:00 +0200 (CEST)

                Final-Recipient: rfc822; %2$s
                Original-Recipient: rfc822;%2$s
                Action: %3$s
                Status: %4$s
                Diagnostic-Code: X-Postfix; unknown user

                --4F1.1719828000/mail.example.test
                Content-Description: Undelivered Message Headers
                Content-Type: text/rfc822-headers

                Message-ID: <%1$s.first.0@example.test>
                Subject: Ihr E-Mail-Programm

                --4F1.1719828000/mail.example.test--
                """.formatted(code, mailbox, action, status).replace("\n", "\r\n");
    }
}
