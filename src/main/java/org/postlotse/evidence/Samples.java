package org.postlotse.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Lines that were not understood: how many of each kind, and a few to look at, without anybody's name or address. */
public final class Samples {
    private static final int MOST = 3;
    private static final int LONGEST = 200;
    /** Whatever stands before an at sign, and what stands in {@code user=<…>} and its like. */
    private static final Pattern NAMES =
            Pattern.compile("[^\\s<>,;:=\"'()\\[\\]]+@|(?<=user=<)[^>]*|(?<=user=)[^,<][^,]*|(?<=sasl_username=)\\S+");

    /** Where somebody is: addresses of IPv4, of IPv6 (and not the time), and Dovecot's sessions, which hold one. */
    private static final Pattern PLACES = Pattern.compile("\\b\\d{1,3}(?:\\.\\d{1,3}){3}\\b"
            + "|(?i:[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){4,7}|[0-9a-f:]*::[0-9a-f:]+)|(?<=session=<)[^>]*");

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}]");

    private final Map<String, Kind> kinds = new TreeMap<>();

    /** One kind of line: how many, and the first few. */
    public record Kind(long count, List<String> lines) {
        /** With as many as are found later. */
        Kind and(Kind more) {
            return new Kind(
                    count + more.count,
                    Stream.concat(lines.stream(), more.lines.stream())
                            .limit(MOST)
                            .toList());
        }
    }

    void add(String kind, byte[] bytes, int from, int to) {
        var known = of(kind);
        if (known.lines().size() < MOST) known.lines().add(masked(bytes, from, to));
        kinds.put(kind, new Kind(known.count() + 1, known.lines()));
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
        return INVISIBLE.matcher(PLACES.matcher(anonymous).replaceAll("…")).replaceAll("?");
    }
}
