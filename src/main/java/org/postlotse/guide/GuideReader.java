package org.postlotse.guide;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads all files of one guide and holds them against each other. */
final class GuideReader {
    private final GuideFiles files;
    private final Map<Locale, Wording> wordings;

    GuideReader(GuideFiles files, Map<Locale, Wording> wordings) {
        this.files = files;
        this.wordings = Map.copyOf(wordings);
    }

    /** Empty when one of its files is missing; that is noted, as is all that is wrong in them. */
    Optional<Guide> read(String id) {
        var plan = files.plan(id);
        var labels = files.labels(id);
        if (plan.isEmpty() || labels.isEmpty()) return Optional.empty();

        var pack = new LabelPackReader().read(labels.get());
        var markup = new MarkupReader(pack);
        var read = new PlanReader(new DrawingReader(markup)).read(id, plan.get());
        var texts = texts(id, read, markup);
        for (var key : pack.keys())
            if (!markup.used().contains(key)) labels.get().child(key).fault("is quoted nowhere");
        return Optional.of(new Guide(read, pack, texts, wordings));
    }

    private Map<Locale, GuideTexts> texts(String id, Plan plan, MarkupReader markup) {
        var steps = new HashSet<String>();
        plan.routes().forEach(way -> steps.addAll(way.steps()));
        var texts = new HashMap<Locale, GuideTexts>();
        for (var language : wordings.keySet())
            files.texts(id, language)
                    .map(file -> new TextsReader(markup).read(file, steps))
                    .ifPresent(read -> texts.put(language, read));
        for (var language : files.languages(id))
            if (!wordings.containsKey(Locale.forLanguageTag(language)))
                files.texts(id, Locale.forLanguageTag(language))
                        .ifPresent(file -> file.fault("has no " + GuideFiles.COMMON + "." + language + ".yaml"));
        compare(id, texts);
        return texts;
    }

    /** Languages may differ in words, not in what they say: the same passages under the same conditions. */
    private void compare(String id, Map<Locale, GuideTexts> texts) {
        var shapes = new HashMap<Locale, Map<String, List<Set<Condition>>>>();
        texts.forEach((language, guide) -> shapes.put(language, shape(guide)));
        shapes.values().stream()
                .findFirst()
                .ifPresent(first -> shapes.forEach((language, shape) -> {
                    for (var passage : first.keySet())
                        if (!first.get(passage).equals(shape.get(passage)))
                            files.texts(id, language)
                                    .ifPresent(file -> file.child(passage)
                                            .fault("has other paragraphs or conditions than in another language"));
                }));
    }

    private static Map<String, List<Set<Condition>>> shape(GuideTexts guide) {
        var shape = new HashMap<String, List<Set<Condition>>>();
        shape.put("recognise", conditions(guide.recognise()));
        shape.put("protocol", conditions(guide.protocol()));
        guide.steps().forEach((id, step) -> {
            shape.put("steps." + id + ".title", conditions(step.title()));
            shape.put("steps." + id + ".text", conditions(step.text()));
            shape.put("steps." + id + ".boxes", conditions(step.boxes()));
            shape.put("steps." + id + ".after", conditions(step.after()));
            shape.put("steps." + id + ".different", conditions(step.different()));
        });
        return shape;
    }

    private static List<Set<Condition>> conditions(List<Passage> passages) {
        return passages.stream().map(Passage::when).toList();
    }
}
