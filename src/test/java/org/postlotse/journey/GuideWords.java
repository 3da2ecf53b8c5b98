package org.postlotse.journey;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.catalogue.Protocol;
import org.postlotse.guide.FilledDrawing;
import org.postlotse.guide.FilledPart;
import org.postlotse.guide.FilledPart.Choice;
import org.postlotse.guide.FilledPart.Choices;
import org.postlotse.guide.FilledStep;
import org.postlotse.guide.Filling;
import org.postlotse.guide.Guides;
import org.postlotse.guide.Route;

/**
 * What Thunderbird's guide says in one step, for somebody who knows nothing else.
 *
 * @param id the step's
 * @param rows what there is to set, in the order in which the drawing numbers it
 * @param chosen what there is to choose or to press, in the same order
 * @param drawn every label of the program in the drawing; titles are often notes that pass
 */
record GuideWords(String id, List<Setting> rows, List<String> chosen, List<String> drawn) {
    /** A field and what it is to say. */
    record Setting(String label, String value) {}

    /** All steps of a route for this mailbox, in the customer's and the program's common language. */
    static List<GuideWords> of(
            Guides guides, Catalogue catalogue, Route route, String mailbox, String protocol, Locale language) {
        var address = EmailAddress.parse(mailbox);
        var offer = address.flatMap(catalogue::offer).orElseThrow();
        var fetching = Protocol.valueOf(protocol.toUpperCase(Locale.ROOT));
        var filling = new Filling(offer, fetching, address, language, language, false);
        var guide = guides.find("thunderbird-desktop").orElseThrow();
        return IntStream.rangeClosed(1, guide.length(route))
                .mapToObj(number -> of(guide.step(route, number, filling)))
                .toList();
    }

    private static GuideWords of(FilledStep step) {
        var rows = step.values().stream()
                .map(row -> new Setting(row.label(), row.value()))
                .toList();
        var chosen = parts(step)
                .flatMap(GuideWords::choices)
                .filter(choice -> choice.number() > 0)
                .sorted(Comparator.comparingInt(Choice::number))
                .map(choice -> choice.label().plain());
        var labels = parts(step).flatMap(GuideWords::labels);
        return new GuideWords(step.id(), rows, chosen.toList(), labels.toList());
    }

    private static Stream<FilledPart> parts(FilledStep step) {
        return step.drawing().map(FilledDrawing::parts).orElse(List.of()).stream();
    }

    private static Stream<Choice> choices(FilledPart part) {
        return part instanceof Choices choices ? choices.all().stream() : Stream.of();
    }

    private static Stream<String> labels(FilledPart part) {
        return part instanceof FilledPart.Row row
                ? Stream.of(row.label().plain())
                : choices(part).map(choice -> choice.label().plain());
    }
}
