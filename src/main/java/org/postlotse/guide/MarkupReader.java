package org.postlotse.guide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the texts of one guide, and checks every label and placeholder in them as it goes. */
final class MarkupReader {
    private static final Pattern TOKEN = Pattern.compile("\\[\\[([^\\[\\]]*)]]|\\{([^{}]*)}");
    private static final Pattern KEY = Pattern.compile("([a-z0-9-]*)(?:\\{([a-z.]+)}([a-z0-9-]*))?");

    private final LabelPack pack;
    private final Set<String> used = new HashSet<>();

    MarkupReader(LabelPack pack) {
        this.pack = pack;
    }

    /** The labels' keys that any text read so far can quote. */
    Set<String> used() {
        return Set.copyOf(used);
    }

    /** A text, with what is not right in it noted. */
    Markup read(Node node) {
        var text = node.text();
        var tokens = new ArrayList<Markup.Token>();
        var matcher = TOKEN.matcher(text);
        int end = 0;
        while (matcher.find()) {
            literal(text.substring(end, matcher.start()), node).ifPresent(tokens::add);
            end = matcher.end();
            var slot = matcher.group(2);
            if (slot == null) label(matcher.group(1), node).ifPresent(tokens::add);
            else placeholder(slot, node).map(Markup.Slot::new).ifPresent(tokens::add);
        }
        literal(text.substring(end), node).ifPresent(tokens::add);
        return new Markup(tokens);
    }

    /** A text of a drawing: labels and placeholders only, because a drawing has no language of its own. */
    Markup readNeutral(Node node) {
        var markup = read(node);
        for (var token : markup.tokens())
            if (token instanceof Markup.Literal(var words) && words.codePoints().anyMatch(Character::isLetter))
                node.fault("has words of its own, “" + words + "”; put them into the label pack");
        return markup;
    }

    /** Paragraphs: texts, or {@code when} with a {@code text}. */
    List<Passage> passages(Node list) {
        return list.items().stream()
                .map(item -> item.isText()
                        ? new Passage(Set.of(), read(item))
                        : new Passage(when(item.only("when", "text")), read(item.child("text"))))
                .toList();
    }

    /** Paragraphs that hold for everybody and name no value of a customer. */
    List<Passage> generalPassages(Node list) {
        var passages = passages(list);
        for (var passage : passages)
            if (!passage.when().isEmpty()
                    || passage.markup().tokens().stream().anyMatch(token -> token instanceof Markup.Slot))
                list.fault("holds for everybody: no conditions and no placeholders here");
        return passages;
    }

    static Set<Condition> when(Node node) {
        var conditions = EnumSet.noneOf(Condition.class);
        node.child("when")
                .items()
                .forEach(item -> item.oneOf(Condition.values(), Condition::key).ifPresent(conditions::add));
        return conditions;
    }

    private static Optional<Markup.Literal> literal(String text, Node node) {
        if (text.chars().anyMatch(c -> "[]{}<>".indexOf(c) >= 0))
            node.fault("has a bracket that is neither [[label]] nor {placeholder} in “" + text.strip() + "”");
        return text.isEmpty() ? Optional.empty() : Optional.of(new Markup.Literal(text));
    }

    private Optional<Markup.Label> label(String written, Node node) {
        var matcher = KEY.matcher(written);
        if (written.isEmpty() || !matcher.matches()) {
            node.fault("quotes [[" + written + "]], which is no label's key");
            return Optional.empty();
        }
        var varying = Optional.ofNullable(matcher.group(2)).flatMap(slot -> placeholder(slot, node));
        var key = new LabelKey(
                matcher.group(1), varying, Optional.ofNullable(matcher.group(3)).orElse(""));
        if (varying.filter(slot -> slot.spellings().isEmpty()).isPresent())
            node.fault("quotes [[" + written + "]], but that placeholder can be no part of a key");
        for (var one : key.all())
            if (pack.has(one)) used.add(one);
            else node.fault("quotes [[" + one + "]], which is not in the label pack");
        return Optional.of(new Markup.Label(key));
    }

    private static Optional<Placeholder> placeholder(String key, Node node) {
        var found = Placeholder.of(key);
        if (found.isEmpty())
            node.fault("has {" + key + "}; known are "
                    + Arrays.stream(Placeholder.values()).map(Placeholder::key).toList());
        return found;
    }
}
