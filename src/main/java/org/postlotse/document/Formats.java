package org.postlotse.document;

import io.quarkus.arc.All;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.catalogue.EmailAddress;

/** All the formats that there are. */
@Singleton
public final class Formats {
    private final List<DocumentFormat> formats;
    private final Provider<Catalogue> catalogue;

    @Inject
    Formats(@All List<DocumentFormat> formats, Provider<Catalogue> catalogue) {
        this.formats = formats.stream()
                .sorted(Comparator.comparing(DocumentFormat::id))
                .toList();
        this.catalogue = catalogue;
    }

    /** Every format, by its id. */
    public List<DocumentFormat> all() {
        return formats;
    }

    /** The format of this id; empty when there is none. */
    public Optional<DocumentFormat> find(String id) {
        return formats.stream().filter(format -> format.id().equals(id)).findFirst();
    }

    /** The document for a mailbox as the hoster prefers it, or why there is none. May ask DNS. */
    public Answer write(DocumentFormat format, EmailAddress address, Locale language) {
        return catalogue
                .get()
                .offer(address)
                .map(offer -> format.write(Mailbox.of(address, offer, language)))
                .orElseGet(NotServed::new);
    }
}
