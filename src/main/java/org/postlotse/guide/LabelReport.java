package org.postlotse.guide;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * How well the words of a mail program are known.
 *
 * @param program the id of its guide
 * @param labels each wording of each label, in the order of their keys
 */
public record LabelReport(String program, List<Entry> labels) {
    public LabelReport {
        labels = List.copyOf(labels);
    }

    /**
     * A label in one language.
     *
     * @param language its tag; {@code any} when it is the same in all
     * @param source {@code V}, {@code A}, {@code D}, {@code MT} or {@code K}
     * @param checked year and month, or empty
     * @param unverified whether its wording has still to be seen
     * @param old whether its check lies more than twelve months back
     * @param undated whether it was read, but nobody wrote down when
     */
    public record Entry(
            String key,
            String language,
            String text,
            String source,
            String ref,
            String checked,
            boolean unverified,
            boolean old,
            boolean undated) {
        private static Entry of(String key, String language, Label label, YearMonth now) {
            return new Entry(
                    key,
                    language,
                    label.text(),
                    label.source().name(),
                    label.ref(),
                    label.checked().map(YearMonth::toString).orElse(""),
                    !label.source().sure(),
                    label.old(now),
                    label.undated());
        }

        /** Whether somebody has to look at a device, or at a page, again. */
        public boolean due() {
            return unverified || old || undated;
        }
    }

    static LabelReport of(String program, LabelPack pack, YearMonth now) {
        return new LabelReport(
                program,
                pack.keys().stream()
                        .sorted()
                        .flatMap(key -> pack.wordings(key).entrySet().stream()
                                .map(wording ->
                                        Entry.of(key, LabelPack.written(wording.getKey()), wording.getValue(), now))
                                .sorted(Comparator.comparing(Entry::language)))
                        .toList());
    }

    /** How many there are of each source, the surest first; every source is there. */
    public Map<String, Long> sources() {
        var counts = new LinkedHashMap<String, Long>();
        Arrays.stream(Label.Source.values())
                .map(Enum::name)
                .forEach(source ->
                        counts.put(source, count(entry -> entry.source().equals(source))));
        return counts;
    }

    public long count(Predicate<Entry> which) {
        return labels.stream().filter(which).count();
    }

    /** What has to be seen, or seen again. */
    public List<Entry> due() {
        return labels.stream().filter(Entry::due).toList();
    }
}
