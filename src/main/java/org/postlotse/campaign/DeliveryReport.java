package org.postlotse.campaign;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a mail server reports of a message that it could not deliver (RFC 3462, RFC 3464).
 *
 * @param recipients addresses to which the report went: the return address of our envelope is among them
 * @param code the one in our message's number, where the report brings our headers back
 * @param failed whether it failed for good; not for a delay, and not for success
 */
record DeliveryReport(List<String> recipients, Optional<CheckCode> code, boolean failed) {
    private static final int LONGEST = 1 << 18; // bytes; ours are a tenth of it
    private static final int MOST_FIELDS = 50; // blocks of one report
    private static final Pattern NUMBER = Pattern.compile("<([2-9a-z]{8})\\.[a-z-]+\\.\\d+@[^>\\s]+>");
    private static final List<String> ADDRESSED = List.of("To", "Delivered-To", "X-Original-To", "Envelope-To");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>,;:\"]+@[^\\s<>,;:\"]+");

    /** Reads a message; empty when it is no report. */
    static Optional<DeliveryReport> read(InputStream whole) {
        try {
            var bytes = whole.readNBytes(LONGEST);
            var message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
            return message.isMimeType("multipart/report") && message.getContent() instanceof MimeMultipart parts
                    ? read(message, parts)
                    : Optional.empty();
        } catch (MessagingException broken) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Optional<DeliveryReport> read(MimeMessage message, MimeMultipart parts)
            throws MessagingException, IOException {
        Optional<Boolean> failed = Optional.empty();
        Optional<CheckCode> code = Optional.empty();
        for (int i = 0; i < parts.getCount(); i++) {
            var part = parts.getBodyPart(i);
            if (part.isMimeType("message/delivery-status") || part.isMimeType("message/global-delivery-status"))
                failed = Optional.of(failed(part));
            else if (part.isMimeType("text/rfc822-headers") || part.isMimeType("message/rfc822")) code = code(part);
        }
        var recipients = addressed(message);
        var found = code;
        return failed.map(known -> new DeliveryReport(recipients, found, known));
    }

    private static boolean failed(BodyPart part) throws MessagingException, IOException {
        try (var fields = part.getInputStream()) {
            // RFC 3464 §2.1: blocks of fields; the first is about the message, each other one about a recipient
            for (int i = 0; i < MOST_FIELDS && fields.available() > 0; i++) {
                var block = new InternetHeaders(fields);
                boolean action = field(block, "Action").equals("failed");
                var status = field(block, "Status");
                if (action && (status.isEmpty() || status.startsWith("5"))) return true;
            }
        }
        return false;
    }

    private static String field(InternetHeaders block, String name) {
        return Optional.ofNullable(block.getHeader(name, null))
                .map(value -> value.strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    private static Optional<CheckCode> code(BodyPart part) throws MessagingException, IOException {
        try (var returned = part.getInputStream()) {
            var headers = new InternetHeaders(returned);
            return Optional.ofNullable(headers.getHeader("Message-ID", null)).flatMap(number -> {
                var match = NUMBER.matcher(number.strip().toLowerCase(Locale.ROOT));
                return match.matches() ? CheckCode.read(match.group(1)) : Optional.empty();
            });
        }
    }

    private static List<String> addressed(MimeMessage message) throws MessagingException {
        var addresses = new ArrayList<String>();
        for (var name : ADDRESSED)
            Optional.ofNullable(message.getHeader(name)).stream()
                    .flatMap(Arrays::stream)
                    .flatMap(DeliveryReport::addresses)
                    .forEach(addresses::add);
        return addresses;
    }

    private static Stream<String> addresses(String header) {
        return ADDRESS.matcher(header).results().map(java.util.regex.MatchResult::group);
    }
}
