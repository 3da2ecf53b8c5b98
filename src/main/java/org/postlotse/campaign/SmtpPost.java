package org.postlotse.campaign;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.util.StreamProvider;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hands letters to the configured mail server over TLS. Connections are kept and used again; after a refused recipient
 * Jakarta Mail sends RSET and the connection stays good, after anything else it is thrown away.
 */
@Singleton
class SmtpPost implements Post {
    private static final Logger LOG = Logger.getLogger(SmtpPost.class);
    private static final String SMTP = "smtp";
    /** Nobody is asked whether he is still there who has just taken a letter. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    private static final int PERMANENT = 500; // RFC 5321 §4.2.1

    private final PostSettings settings;
    private final Clock clock;
    private final Session session;
    private final BlockingQueue<Kept> idle;

    /** A connection, and when it was good for a letter last. */
    private record Kept(Transport transport, Instant good) {}

    @Inject
    SmtpPost(PostSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        // it would be looked up in all jars, several times for each letter: 40 % of a letter's whole time
        System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
        session = Session.getInstance(settings.wire().map(SmtpPost::properties).orElseGet(Properties::new));
        idle = new ArrayBlockingQueue<>(Math.max(1, settings.connections()));
    }

    private static Properties properties(Wire wire) {
        var properties = wire.properties(SMTP);
        properties.put("mail.transport.protocol", wire.protocol(SMTP));
        properties.put("mail." + wire.protocol(SMTP) + ".quitwait", "false");
        return properties;
    }

    @Override
    public int connections() {
        return settings.connections();
    }

    @Override
    public Reply send(Letter letter, Letter.Written written) {
        if (settings.wire().isEmpty()) return Reply.NOT_TAKEN;
        Optional<Transport> connection = Optional.empty();
        Optional<Envelope.Numbered> message = Optional.empty();
        try {
            message = Optional.of(new Envelope(session, settings).message(letter, written, clock.instant()));
            connection = Optional.of(connected());
            connection.get().sendMessage(message.get(), message.get().getAllRecipients());
            giveBack(connection.get());
            return Reply.TAKEN;
        } catch (MessagingException failure) {
            boolean gone = message.filter(Envelope.Numbered::went).isPresent();
            var reply = reply(failure, gone);
            connection.ifPresent(reply == Reply.REFUSED ? this::giveBack : SmtpPost::close);
            if (reply != Reply.REFUSED) LOG.warnf("the mail server for letters: %s", said(failure));
            return reply;
        }
    }

    /**
     * What a failure means. Refused for good is only what the server says of the recipient; of the sender or of the hour it is
     * our own trouble.
     *
     * @param gone whether the letter itself went out: then only the server's own word says that it was not taken
     */
    private static Reply reply(MessagingException failure, boolean gone) {
        for (Exception cause = failure; cause != null; cause = next(cause))
            if (cause instanceof SMTPAddressFailedException address)
                return address.getReturnCode() >= PERMANENT ? Reply.REFUSED : Reply.NOT_TAKEN;
            else if (cause instanceof SMTPSendFailedException refused && refused.getReturnCode() > 0)
                return gone && refused.getReturnCode() >= PERMANENT ? Reply.REJECTED : Reply.NOT_TAKEN;
        return gone ? Reply.UNKNOWN : Reply.NOT_TAKEN;
    }

    private static @Nullable Exception next(Exception cause) {
        return cause instanceof MessagingException chained ? chained.getNextException() : null;
    }

    /** One line; what a server says may name a mailbox, and that is nobody's but the mail server's log. */
    private static String said(MessagingException failure) {
        return String.valueOf(failure.getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .replaceAll("[^\\s<>@]+@[^\\s<>@]+", "…@…");
    }

    private Transport connected() throws MessagingException {
        for (var known = idle.poll(); known != null; known = idle.poll()) {
            boolean fresh = known.good().plus(FRESH).isAfter(clock.instant());
            if (fresh || known.transport().isConnected()) return known.transport(); // which asks by NOOP
            close(known.transport());
        }
        var wire = settings.wire().orElseThrow();
        var fresh = session.getTransport();
        fresh.connect(
                wire.host(),
                wire.port(),
                wire.login().map(Wire.Login::name).orElse(null),
                wire.login().map(Wire.Login::password).orElse(null));
        return fresh;
    }

    private void giveBack(Transport connection) {
        if (!idle.offer(new Kept(connection, clock.instant()))) close(connection);
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
        idle.forEach(kept -> close(kept.transport()));
    }
}
