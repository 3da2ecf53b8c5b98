package org.postlotse.campaign;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.jspecify.annotations.Nullable;

/** Turns a written letter into a message: headers that programs heed, plain text first, then the same in HTML. */
final class Envelope {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final Session session;
    private final PostSettings settings;

    Envelope(Session session, PostSettings settings) {
        this.session = session;
        this.settings = settings;
    }

    Numbered message(Letter letter, Letter.Written written, Instant now) throws MessagingException {
        var from = settings.from().orElseThrow();
        var host = from.getAddress().substring(from.getAddress().indexOf('@') + 1);
        var message = new Numbered(session, id(letter, letter.kind(), host));
        message.setFrom(from);
        message.setReplyTo(new InternetAddress[] {from});
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(address(letter)));
        message.setSubject(written.subject(), UTF_8);
        message.setSentDate(Date.from(now));
        message.setHeader("Content-Language", letter.reader().language().toLanguageTag());
        // RFC 3834 §5; Exchange heeds its own header only
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
        // RFC 2919: for those who sort their mail
        message.setHeader("List-Id", "<postlotse." + host + ">");
        if (letter.kind() != LetterKind.FIRST) {
            var first = id(letter, LetterKind.FIRST, host);
            message.setHeader("References", first);
            message.setHeader("In-Reply-To", first);
        }
        settings.bounces(letter.recipient().code()).ifPresent(message::setEnvelopeFrom);
        message.setContent(body(written));
        message.saveChanges();
        return message;
    }

    private static MimeMultipart body(Letter.Written written) throws MessagingException {
        var text = new MimeBodyPart();
        text.setText(written.text(), UTF_8, "plain");
        var html = new MimeBodyPart();
        html.setText(written.html(), UTF_8, "html");
        return new MimeMultipart("alternative", text, html);
    }

    /** Addresses of mail domains with umlauts go out in A-labels. */
    private static String address(Letter letter) {
        var mailbox = letter.reader().address();
        return mailbox.localPart() + "@" + mailbox.domain().name();
    }

    /**
     * The same for the same letter: programs make threads of them, and none shows one twice. All are threaded below the very
     * first one, which belongs to round 0.
     */
    private static String id(Letter letter, LetterKind kind, String host) {
        int round = kind == LetterKind.FIRST ? 0 : letter.round();
        return "<" + letter.recipient().code().letters().toLowerCase(Locale.ROOT) + "." + kind.key() + "." + round + "@"
                + host + ">";
    }

    /** Keeps the number that it was given (Jakarta Mail would write its own), and knows whether it went out. */
    static final class Numbered extends SMTPMessage {
        private final String number;
        private final AtomicBoolean went = new AtomicBoolean();

        Numbered(Session session, String number) {
            super(session);
            this.number = number;
        }

        /** Whether any of it was written to a server that had asked for it. */
        boolean went() {
            return went.get();
        }

        @Override
        public void writeTo(OutputStream out, String @Nullable [] without) throws IOException, MessagingException {
            went.set(true);
            super.writeTo(out, without);
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", number);
        }
    }
}
