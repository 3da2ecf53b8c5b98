package org.postlotse.campaign;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.postlotse.catalogue.Domain;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.catalogue.Fault;
import org.postlotse.catalogue.SettingsCheck;

/**
 * In which language the hoster writes to whom, as far as he knows: by mailbox, by mail domain, and to everybody else. Read
 * once at start, from the settings and from a file.
 */
@Singleton
class Languages implements SettingsCheck {
    private final SettingsReader reader = new SettingsReader("postlotse.campaign.");
    private final Map<String, Locale> known = new HashMap<>();
    private final Letter.Writer writer;
    private final Locale others;

    @Inject
    Languages(CampaignConfig config, Letter.Writer writer) {
        this.writer = writer;
        others = language("language", config.language()).orElse(Locale.GERMAN);
        config.languageFile().map(String::strip).filter(name -> !name.isEmpty()).ifPresent(this::file);
    }

    @Override
    public List<Fault> faults() {
        return reader.faults();
    }

    Locale of(EmailAddress address) {
        return Optional.ofNullable(known.get(address.normalised()))
                .or(() -> Optional.ofNullable(known.get(address.domain().name())))
                .orElse(others);
    }

    private void file(String name) {
        try {
            for (var line : Csv.mailboxes(Files.readAllLines(Path.of(name)))) {
                var place = "language-file: line " + line.line();
                var whose = whose(line.field(0));
                if (whose.isEmpty()) reader.fault(place, "begins with neither an address nor a mail domain");
                else language(place, line.field(1)).ifPresent(language -> known.put(whose.get(), language));
            }
        } catch (IOException | InvalidPathException unreadable) {
            reader.fault("language-file", "can not be read: “" + name + "”");
        }
    }

    private static Optional<String> whose(String text) {
        return EmailAddress.parse(text)
                .map(EmailAddress::normalised)
                .or(() -> Domain.parse(text).map(Domain::name));
    }

    private Optional<Locale> language(String place, String tag) {
        var language = Optional.of(Locale.forLanguageTag(tag.strip())).filter(writer.languages()::contains);
        if (language.isEmpty()) reader.fault(place, "has the language “" + tag + "”, in which there are no letters");
        return language;
    }
}
