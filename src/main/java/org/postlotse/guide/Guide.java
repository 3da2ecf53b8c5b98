package org.postlotse.guide;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postlotse.catalogue.Protocol;

/** How one mail program is brought to the right settings, step by step. */
public final class Guide {
    /** How the ids of steps begin that take an account away. */
    static final String REMOVING = "remove";

    private final Plan plan;
    private final LabelPack labels;
    private final Map<Locale, GuideTexts> texts;
    private final Map<Locale, Wording> wordings;

    Guide(Plan plan, LabelPack labels, Map<Locale, GuideTexts> texts, Map<Locale, Wording> wordings) {
        this.plan = plan;
        this.labels = labels;
        this.texts = Map.copyOf(texts);
        this.wordings = Map.copyOf(wordings);
    }

    /** Stable: it stands in addresses and in sealed links. */
    public String id() {
        return plan.id();
    }

    /** What people call the program. */
    public String name(Locale page) {
        return texts(page).name();
    }

    /** What it runs on, in no order. */
    public Set<Device> devices() {
        return plan.devices();
    }

    /** How it can fetch mail, in no order. */
    public Set<Protocol> protocols() {
        return plan.protocols();
    }

    /** How to tell this program from others. */
    public List<Phrase> recognise(Locale page) {
        return new Pen(labels, page, wording(page), Optional.empty())
                .sentences(texts(page).recognise(), Set.of());
    }

    /** The languages in which the program's own words are known. */
    public Set<Locale> languages() {
        return labels.languages();
    }

    /** The language in which the program's words are shown to somebody who wants this one. */
    public Locale spoken(Locale wanted) {
        return languages().contains(wanted) ? wanted : LabelPack.FALLBACK;
    }

    /** How the program looks when it is open; empty where nobody has drawn it. */
    public Optional<FilledDrawing> portrait(Filling filling) {
        var caption = wording(filling.page()).say(Word.PORTRAIT_NOTE, Map.of("program", name(filling.page())));
        return plan.portrait()
                .map(it -> new Draughtsman(pen(filling), Condition.of(filling))
                        .draw(it, texts(filling.page()).place())
                        .captioned(caption));
    }

    /** Where in this program one sees whether it fetches mail with IMAP or POP3. */
    public List<Phrase> protocolHint(Filling filling) {
        return pen(filling).sentences(texts(filling.page()).protocol(), Condition.of(filling));
    }

    /** The recommended one first. */
    public List<Route> routes() {
        return plan.routes().stream().map(Plan.Way::route).toList();
    }

    /** How many steps a route has; 0 when this program does not have it. */
    public int length(Route route) {
        return steps(route).size();
    }

    /** Whether a route takes an account away: by that alone mail can be lost. */
    public boolean removes(Route route) {
        return steps(route).stream().anyMatch(id -> id.startsWith(REMOVING));
    }

    /**
     * A step for a customer.
     *
     * @param number from 1 to {@link #length}
     * @throws IndexOutOfBoundsException when the route has no such step
     */
    public FilledStep step(Route route, int number, Filling filling) {
        var id = steps(route).get(number - 1);
        var pen = pen(filling);
        var shelf = texts(filling.page());
        return new StepWriter(pen, Condition.of(filling))
                .write(id, shelf, Optional.ofNullable(plan.drawings().get(id)));
    }

    /** How well the program's words are known in a month. */
    public LabelReport labels(YearMonth now) {
        return LabelReport.of(plan.id(), labels, now);
    }

    int order() {
        return plan.order();
    }

    /** The ids of a route's steps; empty when this program does not have it. */
    List<String> steps(Route route) {
        return plan.routes().stream()
                .filter(way -> way.route() == route)
                .findFirst()
                .map(Plan.Way::steps)
                .orElse(List.of());
    }

    private Pen pen(Filling filling) {
        var wording = wording(filling.page());
        return new Pen(labels, filling.labels(), wording, Optional.of(new Values(filling, wording)));
    }

    private GuideTexts texts(Locale page) {
        return Optional.ofNullable(texts.get(page)).orElseThrow(() -> new IllegalArgumentException("no " + page));
    }

    private Wording wording(Locale page) {
        return Optional.ofNullable(wordings.get(page)).orElseThrow(() -> new IllegalArgumentException("no " + page));
    }
}
