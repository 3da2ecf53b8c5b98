package org.postlotse.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** One pass over settings that were written by people: what can be read is handed back, what can not is noted. */
final class Reading {
    private final List<Fault> faults = new ArrayList<>();

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    void fault(String key, String right) {
        faults.add(new Fault(key, right));
    }

    /** The value, or a fault when it is missing or not {@code right}. */
    <T> Optional<T> required(String key, Optional<String> written, Function<String, Optional<T>> parse, String right) {
        if (isBlank(written)) {
            fault(key, "is missing; write " + right);
            return Optional.empty();
        }
        return optional(key, written, parse, right);
    }

    /** The value where it is written; a fault when it is not {@code right}. */
    <T> Optional<T> optional(String key, Optional<String> written, Function<String, Optional<T>> parse, String right) {
        return written.filter(text -> !text.isBlank()).flatMap(text -> {
            var value = parse.apply(text.strip());
            if (value.isEmpty()) fault(key, "is “" + text.strip() + "”; write " + right);
            return value;
        });
    }

    static boolean isBlank(Optional<String> written) {
        return written.filter(text -> !text.isBlank()).isEmpty();
    }

    /** Every value of a list, each fault under its own index. */
    <T> List<T> each(String key, Optional<List<String>> written, Function<String, Optional<T>> parse, String right) {
        var texts = written.orElse(List.of());
        return IntStream.range(0, texts.size())
                .mapToObj(i -> required(key + "[" + i + "]", Optional.of(texts.get(i)), parse, right))
                .flatMap(Optional::stream)
                .toList();
    }
}
