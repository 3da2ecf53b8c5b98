package org.postlotse.campaign;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Clock;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jboss.logging.Logger;

/**
 * Hands letters to the configured mail server over TLS. Connections are kept and used again; after a refused recipient
 * Jakarta Mail sends RSET and the connection stays good, after anything else it is thrown away.
 */
@Singleton
class SmtpPost implements Post {
    private static final Logger LOG = Logger.getLogger(SmtpPost.class);
    private static final String PATIENCE = "30000"; // milliseconds
    private static final int PERMANENT = 500; // RFC 5321 §4.2.1

    private final PostSettings settings;
    private final Clock clock;
    private final Session session;
    private final BlockingQueue<Transport> idle;

    @Inject
    SmtpPost(PostSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        session = Session.getInstance(settings.wire().map(SmtpPost::properties).orElseGet(Properties::new));
        idle = new ArrayBlockingQueue<>(settings.connections());
    }

    private static Properties properties(PostSettings.Wire wire) {
        var properties = new Properties();
        properties.put("mail.transport.protocol", wire.security().equals("tls") ? "smtps" : "smtp");
        for (var protocol : new String[] {"mail.smtp.", "mail.smtps."}) {
            properties.put(protocol + "connectiontimeout", PATIENCE);
            properties.put(protocol + "timeout", PATIENCE);
            properties.put(protocol + "writetimeout", PATIENCE);
            properties.put(protocol + "auth", Boolean.toString(wire.login().isPresent()));
            properties.put(protocol + "ssl.protocols", "TLSv1.3 TLSv1.2");
            properties.put(protocol + "ssl.checkserveridentity", "true");
            properties.put(
                    protocol + "starttls.enable",
                    Boolean.toString(wire.security().equals("starttls")));
            properties.put(
                    protocol + "starttls.required",
                    Boolean.toString(wire.security().equals("starttls")));
            properties.put(protocol + "quitwait", "false");
            wire.trustStore()
                    .ifPresent(file -> properties.put(protocol + "ssl.socketFactory", TrustedSockets.of(file)));
        }
        return properties;
    }

    @Override
    public int connections() {
        return settings.connections();
    }

    @Override
    public Reply send(Letter letter, Letter.Written written) {
        if (settings.wire().isEmpty()) return Reply.FAILED;
        Optional<Transport> connection = Optional.empty();
        try {
            var message = new Envelope(session, settings).message(letter, written, clock.instant());
            connection = Optional.of(connected());
            connection.get().sendMessage(message, message.getAllRecipients());
            giveBack(connection.get());
            return Reply.TAKEN;
        } catch (SendFailedException refused) {
            return refused(refused, connection);
        } catch (MessagingException broken) {
            connection.ifPresent(SmtpPost::close);
            LOG.warnf("the mail server for letters: %s", broken.getMessage());
            return Reply.FAILED;
        }
    }

    /** Refused for good is only what the server says of the recipient; of the sender or of the hour it is our own trouble. */
    private Reply refused(SendFailedException failure, Optional<Transport> connection) {
        for (Exception cause = failure; cause != null; cause = next(cause))
            if (cause instanceof SMTPAddressFailedException address) {
                connection.ifPresent(this::giveBack);
                return address.getReturnCode() >= PERMANENT ? Reply.REFUSED : Reply.FAILED;
            } else if (cause instanceof SMTPSendFailedException || cause instanceof SMTPSenderFailedException)
                LOG.warnf("the mail server for letters: %s", cause.getMessage());
        connection.ifPresent(SmtpPost::close);
        return Reply.FAILED;
    }

    private static @org.jspecify.annotations.Nullable Exception next(Exception cause) {
        return cause instanceof MessagingException chained ? chained.getNextException() : null;
    }

    private Transport connected() throws MessagingException {
        for (var known = idle.poll(); known != null; known = idle.poll()) {
            if (known.isConnected()) return known; // it asks by NOOP
            close(known);
        }
        var wire = settings.wire().orElseThrow();
        var fresh = session.getTransport();
        fresh.connect(
                wire.host(),
                wire.port(),
                wire.login().map(PostSettings.Login::name).orElse(null),
                wire.login().map(PostSettings.Login::password).orElse(null));
        return fresh;
    }

    private void giveBack(Transport connection) {
        if (!idle.offer(connection)) close(connection);
    }

    private static void close(Transport connection) {
        try {
            connection.close();
        } catch (MessagingException gone) {
            LOG.debugf("a connection was gone already: %s", gone.getMessage());
        }
    }

    @PreDestroy
    void closeAll() {
        idle.forEach(SmtpPost::close);
    }
}
