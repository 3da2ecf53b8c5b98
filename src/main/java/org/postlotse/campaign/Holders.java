package org.postlotse.campaign;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.catalogue.Fault;
import org.postlotse.catalogue.SettingsCheck;

/**
 * Who looks after mailboxes that nobody reads, such as a printer's: their letters go there. Read once at start, from the
 * settings and from a file.
 */
@Singleton
class Holders implements SettingsCheck {
    private final SettingsReader reader = new SettingsReader("postlotse.campaign.");
    private final Map<String, EmailAddress> holders = new HashMap<>();

    @Inject
    Holders(CampaignConfig config) {
        var written = config.holders().orElse(List.of());
        for (int i = 0; i < written.size(); i++)
            add(
                    "holders[" + i + "]",
                    written.get(i).mailbox().orElse(""),
                    written.get(i).holder().orElse(""));
        config.holderFile().map(String::strip).filter(name -> !name.isEmpty()).ifPresent(this::file);
    }

    @Override
    public List<Fault> faults() {
        return reader.faults();
    }

    /** Who gets the letters of a mailbox in its place; empty where it gets them itself. */
    Optional<EmailAddress> of(EmailAddress mailbox) {
        return Optional.ofNullable(holders.get(mailbox.normalised()));
    }

    private void file(String name) {
        try {
            for (var line : Csv.mailboxes(Files.readAllLines(Path.of(name))))
                add("holder-file: line " + line.line(), line.field(0), line.field(1));
        } catch (IOException | InvalidPathException unreadable) {
            reader.fault("holder-file", "can not be read: “" + name + "”");
        }
    }

    private void add(String place, String mailbox, String holder) {
        var from = EmailAddress.parse(mailbox);
        var to = EmailAddress.parse(holder);
        if (from.isPresent() && to.isPresent()) holders.put(from.get().normalised(), to.get());
        else reader.fault(place, "needs two addresses: the mailbox, and whoever looks after it");
    }
}
