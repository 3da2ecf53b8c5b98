package org.postlotse.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Lines that were not understood: how many of each kind, and a few of them to look at, without anybody's name. */
public final class Samples {
    private static final int MOST = 3;
    private static final int LONGEST = 200;
    /** Whatever stands before an at sign, and what stands in {@code user=<…>} and its like. */
    private static final Pattern NAMES =
            Pattern.compile("[^\\s<>,;:=\"'()\\[\\]]+@|(?<=user=<)[^>]*|(?<=user=)[^,<][^,]*|(?<=sasl_username=)\\S+");

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}]");

    private final Map<String, Kind> kinds = new TreeMap<>();

    /** One kind of line: how many, and the first few. */
    public record Kind(long count, List<String> lines) {}

    void add(String kind, byte[] bytes, int from, int to) {
        var known = of(kind);
        if (known.lines().size() < MOST) known.lines().add(masked(bytes, from, to));
        kinds.put(kind, new Kind(known.count() + 1, known.lines()));
    }

    /** Adds what others have found. */
    void add(Samples more) {
        more.kinds.forEach((kind, found) -> {
            var known = of(kind);
            found.lines().stream().limit(MOST - known.lines().size()).forEach(known.lines()::add);
            kinds.put(kind, new Kind(known.count() + found.count(), known.lines()));
        });
    }

    /** As it is now. */
    Map<String, Kind> copy() {
        var copy = new TreeMap<String, Kind>();
        kinds.forEach((kind, found) -> copy.put(kind, new Kind(found.count(), List.copyOf(found.lines()))));
        return copy;
    }

    /** One kind; none of it where there was none. */
    Kind of(String kind) {
        return kinds.getOrDefault(kind, new Kind(0, new ArrayList<>()));
    }

    public Map<String, Kind> kinds() {
        return kinds;
    }

    private static String masked(byte[] bytes, int from, int to) {
        var text = new String(bytes, from, Math.min(to - from, LONGEST), StandardCharsets.UTF_8);
        var anonymous = NAMES.matcher(text).replaceAll(name -> name.group().endsWith("@") ? "…@" : "…");
        return INVISIBLE.matcher(anonymous).replaceAll("?");
    }
}
