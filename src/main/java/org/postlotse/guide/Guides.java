package org.postlotse.guide;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** All guides that there are files for. */
public final class Guides {
    private final List<Guide> guides;
    private final Set<Locale> languages;

    Guides(List<Guide> guides, Set<Locale> languages) {
        this.guides = guides.stream()
                .sorted(Comparator.comparingInt(Guide::order).thenComparing(Guide::id))
                .toList();
        this.languages = Set.copyOf(languages);
    }

    /** In the order in which people are asked. */
    public List<Guide> all() {
        return guides;
    }

    /** Those for a device, in the order in which people are asked; none where nobody has written one. */
    public List<Guide> on(Device device) {
        return guides.stream().filter(guide -> guide.devices().contains(device)).toList();
    }

    public Optional<Guide> find(String id) {
        return guides.stream().filter(guide -> guide.id().equals(id)).findFirst();
    }

    /** The languages in which every guide is written. */
    public Set<Locale> languages() {
        return languages;
    }
}
