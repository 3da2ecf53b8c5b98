package org.postlotse.campaign;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.postlotse.catalogue.Fault;
import org.postlotse.catalogue.SettingsCheck;

/**
 * The mailbox to which refused letters come back, read by IMAP. Reports are marked as read; whatever else lies there is left
 * as it is, for people.
 */
@Singleton
class ReturnMailbox implements SettingsCheck {
    private static final String IMAP = "imap";

    private final SettingsReader reader = new SettingsReader("postlotse.campaign.returns.");
    private final Optional<Wire> wire;
    private final String folder;
    private final Duration every;
    private final Returns returns;
    private long validity;
    private long known;

    @Inject
    ReturnMailbox(ReturnsConfig config, Returns returns) {
        this.returns = returns;
        folder = config.folder().strip();
        every = Duration.ofSeconds(reader.number("every-seconds", config.everySeconds(), 3_600));
        wire = config.host()
                .map(String::strip)
                .filter(host -> !host.isEmpty())
                .map(host -> Wire.read(
                        host,
                        new Wire.Written(
                                config.port(),
                                config.security(),
                                config.username(),
                                config.password(),
                                config.trustStore()),
                        reader));
        if (wire.filter(known -> known.login().isEmpty()).isPresent())
            reader.fault("username", "is missing; write who may read the mailbox");
    }

    @Override
    public List<Fault> faults() {
        return reader.faults();
    }

    /** Whether there is one. */
    boolean named() {
        return wire.isPresent();
    }

    /** How long to wait from one look to the next. */
    Duration every() {
        return every;
    }

    /**
     * Reads what came since the last look. Not for several threads at once.
     *
     * @return how many letters came back for good
     * @throws MessagingException when the mailbox can not be read now
     */
    int look() throws MessagingException {
        var server = wire.orElseThrow();
        var login = server.login().orElseThrow();
        var properties = server.properties(IMAP);
        properties.put("mail." + server.protocol(IMAP) + ".peek", "true"); // looking does not mark as read
        try (var store = Session.getInstance(properties).getStore(server.protocol(IMAP))) {
            store.connect(server.host(), server.port(), login.name(), login.password());
            try (var open = store.getFolder(folder)) {
                open.open(Folder.READ_WRITE);
                return read(open);
            }
        }
    }

    private int read(Folder open) throws MessagingException {
        var numbered = (UIDFolder) open;
        if (validity != numbered.getUIDValidity()) known = 0;
        validity = numbered.getUIDValidity();
        int marked = 0;
        for (var message : numbered.getMessagesByUID(known + 1, UIDFolder.LASTUID)) {
            if (!message.isSet(Flags.Flag.SEEN) && read(message) == Returns.Taken.MARKED) marked++;
            known = Math.max(known, numbered.getUID(message));
        }
        return marked;
    }

    private Returns.Taken read(Message message) throws MessagingException {
        try (var whole = ((IMAPMessage) message).getMimeStream()) {
            var taken = returns.message(whole);
            if (taken != Returns.Taken.NO_REPORT) message.setFlag(Flags.Flag.SEEN, true);
            return taken;
        } catch (IOException broken) {
            throw new MessagingException(broken.getMessage(), broken);
        }
    }
}
