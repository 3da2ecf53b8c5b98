package org.postlotse.guide;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The guides that are shipped, read once. */
final class Shipped {
    static final GuidesReader READER = new GuidesReader();
    static final Guides GUIDES = READER.guides();

    private Shipped() {}

    /** A step of a shipped guide, filled for a customer. */
    record Page(Guide guide, Route route, int number, Filling filling, FilledStep step) {
        @Override
        public String toString() {
            return guide.id() + "/" + route.key() + "/" + number + " " + step.id() + " " + filling.page() + " labels "
                    + filling.labels() + " " + filling.incoming() + " "
                    + filling.outgoingServer().port()
                    + (filling.mailbox().isPresent() ? "" : " without mailbox");
        }

        /** Every sentence of its text, titles included. */
        Stream<Phrase> phrases() {
            return Stream.of(
                            Stream.of(step.title()),
                            step.text().stream(),
                            step.boxes().stream(),
                            step.after().stream(),
                            step.different().stream())
                    .flatMap(phrases -> phrases);
        }
    }

    /** Every step of every route of every guide for this customer. */
    static Stream<Page> pages(Filling filling) {
        return GUIDES.all().stream()
                .flatMap(guide -> guide.routes().stream()
                        .flatMap(route -> IntStream.rangeClosed(1, guide.length(route))
                                .mapToObj(number ->
                                        new Page(guide, route, number, filling, guide.step(route, number, filling)))));
    }
}
