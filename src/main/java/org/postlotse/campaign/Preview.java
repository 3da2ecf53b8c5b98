package org.postlotse.campaign;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.postlotse.catalogue.EmailAddress;

/** Exactly who would get what now, and why. It changes nothing, and the run goes by the same decisions. */
@Singleton
public class Preview {
    private static final String HEAD = Csv.row(
            "mailbox",
            "weaknesses",
            "states",
            "decision",
            "letter",
            "why",
            "to",
            "language",
            "last_letter",
            "last_insecure");

    private final Agenda agenda;
    private final Controls controls;
    private final Recipients recipients;
    private final Readers readers;

    @Inject
    Preview(Agenda agenda, Controls controls, Recipients recipients, Readers readers) {
        this.agenda = agenda;
        this.controls = controls;
        this.recipients = recipients;
        this.readers = readers;
    }

    /**
     * One mailbox.
     *
     * @param to where a letter would go: the mailbox itself, or whoever looks after it
     * @param language in which it would be written
     * @param lastLetter when one was sent last
     */
    public record Line(Decision decision, EmailAddress to, Locale language, Optional<Instant> lastLetter) {
        /** Whether a letter would go out. */
        public boolean letter() {
            return decision instanceof Decision.Send;
        }

        /** The key of the reason, whatever the decision is. */
        public String why() {
            return switch (decision) {
                case Decision.Send send -> send.because().key();
                case Decision.Leave leave -> leave.why().key();
            };
        }

        /** The key of the letter; empty where there is none. */
        public String kind() {
            return decision instanceof Decision.Send send ? send.kind().key() : "";
        }

        /** One row of CSV with its end. */
        public String csv() {
            var cases = decision.cases();
            return Csv.row(
                    decision.mailbox().normalised(),
                    cases.stream().map(Case::weakness).collect(Collectors.joining(" ")),
                    cases.stream().map(one -> one.state().key()).collect(Collectors.joining(" ")),
                    letter() ? "send" : "leave",
                    kind(),
                    why(),
                    to.normalised(),
                    language.toLanguageTag(),
                    lastLetter.map(Instant::toString).orElse(""),
                    cases.stream()
                            .map(Case::lastInsecure)
                            .max(Instant::compareTo)
                            .map(Instant::toString)
                            .orElse(""));
        }
    }

    /**
     * Some hundred mailboxes; a page can be empty and not be the last one.
     *
     * @param next the mark of the next page; empty where this is the last one
     */
    public record Page(List<Line> lines, Optional<String> next) {}

    /** How many mailboxes, by letter ({@code first}) and reason, and those without a letter by reason. */
    public record Summary(Map<String, Map<String, Long>> letters, Map<String, Long> left) {}

    /** The names of the columns of {@link Line#csv}. */
    public static String csvHead() {
        return HEAD;
    }

    /** A page as things stand now. @param mark of the page; empty for the first one */
    public Page page(String mark) {
        return page(mark, controls.read().wave());
    }

    /** A page as it would be in another wave: what would happen if. */
    public Page page(String mark, Control.Wave wave) {
        var page = agenda.page(mark, wave);
        return new Page(page.decisions().stream().map(this::line).toList(), page.next());
    }

    /** Counts all of them; reads everything, so it may take seconds. */
    public Summary summary(Control.Wave wave) {
        var letters = new TreeMap<String, Map<String, Long>>();
        var left = new TreeMap<String, Long>();
        for (var mark = Optional.of(""); mark.isPresent(); ) {
            var page = agenda.page(mark.get(), wave);
            for (var decision : page.decisions())
                switch (decision) {
                    case Decision.Send send ->
                        letters.computeIfAbsent(send.kind().key(), kind -> new TreeMap<>())
                                .merge(send.because().key(), 1L, Long::sum);
                    case Decision.Leave leave -> left.merge(leave.why().key(), 1L, Long::sum);
                }
            mark = page.next();
        }
        return new Summary(letters, left);
    }

    private Line line(Decision decision) {
        var recipient = recipients.find(decision.mailbox());
        var reader = readers.of(decision.mailbox(), recipient);
        return new Line(decision, reader.address(), reader.language(), recipient.flatMap(Recipient::lastLetter));
    }
}
