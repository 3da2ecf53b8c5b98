package org.postlotse.support;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** A customer's mail program (Jakarta Mail), set up the old way or the new one. */
public final class MailCustomer {
    private final String mailbox;
    private final String password;
    private final String from;

    /** @param from the address of loopback that its connections come from */
    public MailCustomer(String mailbox, String password, String from) {
        this.mailbox = mailbox;
        this.password = password;
        this.from = from;
    }

    /** A letter as it arrived. */
    public record Arrived(String subject, String text, String html, Message message) {}

    /** Logs in without encryption, with CRAM-MD5 (RFC 2195). */
    public void fetchTheOldWay(int port) {
        var properties = new Properties();
        properties.put("mail.imap.localaddress", from);
        properties.put("mail.imap.sasl.enable", "true");
        properties.put("mail.imap.sasl.mechanisms", "CRAM-MD5");
        properties.put("mail.imap.auth.login.disable", "true");
        properties.put("mail.imap.auth.plain.disable", "true");
        logIn(properties, "imap", port);
    }

    /** Logs in with PLAIN within TLS. */
    public void fetch(int port, Path trust) {
        logIn(trusting(trust, "imaps"), "imaps", port);
    }

    private void logIn(Properties properties, String protocol, int port) {
        try (var store = Session.getInstance(properties).getStore(protocol)) {
            store.connect("localhost", port, mailbox, password);
        } catch (MessagingException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Writes to itself with PLAIN after STARTTLS. */
    public void writeToItself(int port, Path trust) {
        var properties = trusting(trust, "smtp");
        properties.put("mail.smtp.auth", "true");
        properties.put("mail.smtp.starttls.required", "true");
        properties.put("mail.smtp.auth.mechanisms", "PLAIN");
        var session = Session.getInstance(properties);
        try (var transport = session.getTransport("smtp")) {
            var message = new MimeMessage(session);
            message.setFrom(new InternetAddress(mailbox));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(mailbox));
            message.setSubject("to myself");
            message.setText("does it work?");
            transport.connect("localhost", port, mailbox, password);
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** What lies in the mailbox. */
    public List<Arrived> inbox(int port, Path trust) {
        var arrived = new ArrayList<Arrived>();
        try (var store = Session.getInstance(trusting(trust, "imaps")).getStore("imaps")) {
            store.connect("localhost", port, mailbox, password);
            try (var inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                for (var message : inbox.getMessages()) {
                    var copy = new MimeMessage((MimeMessage) message);
                    arrived.add(
                            new Arrived(copy.getSubject(), part(copy, "text/plain"), part(copy, "text/html"), copy));
                }
            }
        } catch (MessagingException failed) {
            throw new IllegalStateException(failed);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return arrived;
    }

    private static String part(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) return part.getContent().toString();
        var found = new StringBuilder();
        if (part.getContent() instanceof MimeMultipart parts)
            for (int i = 0; i < parts.getCount(); i++) found.append(part(parts.getBodyPart(i), type));
        return found.toString();
    }

    private Properties trusting(Path trust, String protocol) {
        var properties = new Properties();
        properties.put("mail." + protocol + ".localaddress", from);
        properties.put("mail." + protocol + ".ssl.socketFactory", Trusting.sockets(trust));
        return properties;
    }
}
