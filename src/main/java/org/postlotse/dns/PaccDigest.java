package org.postlotse.dns;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;
import org.postlotse.catalogue.Domain;
import org.postlotse.document.Document;
import org.postlotse.document.DocumentFormat;
import org.postlotse.document.Formats;
import org.postlotse.document.Inquiry;
import org.postlotse.document.PaccRecord;
import org.postlotse.document.Route;

/** What a domain's zone says of its PACC document, computed from the very bytes that programs are given. */
@Singleton
class PaccDigest {
    private final Function<Domain, Optional<String>> values;

    @Inject
    PaccDigest(Formats formats) {
        this(domain -> formats.find("pacc").flatMap(format -> value(format, domain)));
    }

    PaccDigest(Function<Domain, Optional<String>> values) {
        this.values = values;
    }

    /** Empty where the domain has no such document. */
    Optional<String> of(Domain domain) {
        return values.apply(domain);
    }

    private static Optional<String> value(DocumentFormat format, Domain domain) {
        var asked = new Inquiry(Route.Method.GET, DomainRecords.PACC + "." + domain, "", new byte[0]);
        return format.answer(asked) instanceof Document document
                ? Optional.of(PaccRecord.value(document.bytes()))
                : Optional.empty();
    }
}
