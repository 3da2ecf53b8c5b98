package org.postlotse.guide;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postlotse.catalogue.Offer;
import org.postlotse.catalogue.Protocol;

/** Steps of shipped guides, as a customer who fetches with IMAP or POP3 gets to read them. */
final class Steps {
    private Steps() {}

    static Guide guide(String id) {
        return Shipped.GUIDES.find(id).orElseThrow();
    }

    static Filling filling(Offer offer, Protocol incoming) {
        return new Filling(offer, incoming, Customers.ERIKA, Locale.GERMAN, Locale.GERMAN, true);
    }

    static FilledStep step(Guide guide, String id, Filling filling) {
        return Shipped.pages(filling)
                .filter(page -> page.guide() == guide && page.step().id().equals(id))
                .findFirst()
                .map(Shipped.Page::step)
                .orElseThrow();
    }

    static List<String> values(Guide guide, String id, Offer offer) {
        return step(guide, id, filling(offer, Protocol.IMAP)).values().stream()
                .map(ValueRow::value)
                .toList();
    }

    static String text(Guide guide, String id) {
        return text(step(guide, id, Customers.erika(Locale.GERMAN)));
    }

    static String text(FilledStep step) {
        return plain(Stream.of(step.text(), step.boxes(), step.after(), step.different())
                .flatMap(List::stream)
                .toList());
    }

    static String plain(List<Phrase> phrases) {
        return phrases.stream().map(Phrase::plain).collect(Collectors.joining("\n"));
    }
}
