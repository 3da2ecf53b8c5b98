package org.postlotse.campaign;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.postlotse.catalogue.EmailAddress;

/** Who reads the letters about a mailbox, and in which language. */
@Singleton
class Readers {
    private final Holders holders;
    private final Languages languages;
    private final Letter.Writer writer;

    @Inject
    Readers(Holders holders, Languages languages, Letter.Writer writer) {
        this.holders = holders;
        this.languages = languages;
        this.writer = writer;
    }

    /** The language in which he came to the pages himself counts more than what the hoster knows. */
    Letter.Reader of(EmailAddress mailbox, Optional<Recipient> recipient) {
        var holder = holders.of(mailbox);
        var address = holder.orElse(mailbox);
        var language = recipient
                .flatMap(Recipient::language)
                .filter(writer.languages()::contains)
                .orElseGet(() -> languages.of(address));
        return new Letter.Reader(address, holder.isEmpty(), language);
    }
}
