package org.postlotse.guide;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.postlotse.catalogue.Fault;
import org.postlotse.catalogue.SettingsCheck;

/** Reads all guides at start: a folder of files becomes {@link Guides}, or every fault in it is said. */
@Singleton
class GuidesReader implements SettingsCheck {
    private final List<Fault> faults = new ArrayList<>();
    private final Guides guides;

    @Inject
    GuidesReader() {
        this(GuideFiles::onClassPath);
    }

    GuidesReader(Function<List<Fault>, GuideFiles> folder) {
        guides = read(folder.apply(faults));
    }

    @Override
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** Fails while there are faults; they are told at start, before anybody asks for a guide. */
    @Produces
    @Singleton
    Guides guides() {
        if (!faults.isEmpty()) throw new IllegalStateException("guides: " + faults);
        return guides;
    }

    private Guides read(GuideFiles files) {
        var wordings = wordings(files);
        if (wordings.isEmpty()) faults.add(new Fault(GuideFiles.FOLDER, "has no common.<language>.yaml"));
        var reader = new GuideReader(files, wordings);
        var read =
                files.ids().stream().map(reader::read).flatMap(Optional::stream).toList();
        return new Guides(read, wordings.keySet());
    }

    private static Map<Locale, Wording> wordings(GuideFiles files) {
        var wordings = new HashMap<Locale, Wording>();
        for (var tag : files.languages(GuideFiles.COMMON)) {
            var language = Locale.forLanguageTag(tag);
            files.texts(GuideFiles.COMMON, language)
                    .ifPresent(file -> wordings.put(language, new WordingReader().read(file, language)));
        }
        return wordings;
    }
}
