package org.postlotse.guide;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads {@code <id>.labels.yaml}: every key with its wordings, {@code any} for one that is the same everywhere. */
final class LabelPackReader {
    static final String ANY = "any";

    LabelPack read(Node file) {
        var labels = new HashMap<String, Map<Locale, Label>>();
        for (var key : file.keys()) labels.put(key, wordings(file.child(key)));
        return new LabelPack(labels);
    }

    private static Map<Locale, Label> wordings(Node node) {
        var wordings = new HashMap<Locale, Label>();
        for (var language : node.keys())
            wordings.put(
                    language.equals(ANY) ? Locale.ROOT : Locale.forLanguageTag(language), label(node.child(language)));
        if (!wordings.containsKey(Locale.ROOT) && !wordings.containsKey(LabelPack.FALLBACK))
            node.fault("has neither a wording for any language nor an English one");
        return wordings;
    }

    private static Label label(Node node) {
        node.only("text", "source", "ref", "from", "to", "checked");
        return new Label(
                node.child("text").text(),
                node.child("source").oneOf(Label.Source.values(), Enum::name).orElse(Label.Source.K),
                node.ifPresent("ref").map(Node::text).orElse(""),
                version(node, "from"),
                version(node, "to"),
                checked(node));
    }

    private static Optional<String> version(Node node, String key) {
        return node.ifPresent(key).map(Node::text);
    }

    private static Optional<YearMonth> checked(Node node) {
        var written = node.ifPresent("checked").map(Node::text);
        var month = written.filter(text -> text.matches("20[0-9]{2}-(0[1-9]|1[0-2])"));
        if (written.isPresent() && month.isEmpty())
            node.child("checked").fault("is not a year and month such as 2026-08");
        return month.map(YearMonth::parse);
    }
}
