package org.postlotse.web.wizard;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.postlotse.catalogue.Protocol;
import org.postlotse.comparison.BothHalves;
import org.postlotse.comparison.Field;
import org.postlotse.comparison.Half;
import org.postlotse.comparison.Pasted;
import org.postlotse.comparison.Present;
import org.postlotse.comparison.PresentMethod;
import org.postlotse.comparison.PresentSecurity;

/**
 * What somebody told of their program's settings: field by field, or pasted as one text. A field wins over the text.
 *
 * @param halves unknown where nothing was told
 */
record NowForm(BothHalves halves) {
    static final String PASTED = "pasted";

    static NowForm empty() {
        return new NowForm(BothHalves.unknown());
    }

    static NowForm read(MultivaluedMap<String, String> form) {
        var pasted = Pasted.read(Optional.ofNullable(form.getFirst(PASTED)).orElse(""));
        return new NowForm(BothHalves.of(half -> typed(form, half).over(pasted.of(half))));
    }

    boolean told() {
        return !halves.told().isEmpty();
    }

    private static Present typed(MultivaluedMap<String, String> form, Half half) {
        Function<Field, String> value =
                field -> Optional.ofNullable(form.getFirst(name(half, field))).orElse("");
        return new Present(
                chosen(Protocol.values(), Protocol::key, value.apply(Field.PROTOCOL))
                        .filter(protocol -> half == Half.RECEIVING && protocol.incoming()),
                value.apply(Field.HOST),
                value.apply(Field.PORT),
                chosen(PresentSecurity.values(), PresentSecurity::key, value.apply(Field.SECURITY)),
                chosen(PresentMethod.values(), PresentMethod::key, value.apply(Field.METHOD)),
                value.apply(Field.USER));
    }

    /** A field's name and id on the page. */
    static String name(Half half, Field field) {
        return half.key() + "-" + field.key();
    }

    private static <T> Optional<T> chosen(T[] values, Function<T, String> key, String wanted) {
        return Arrays.stream(values)
                .filter(value -> key.apply(value).equals(wanted))
                .findFirst();
    }
}
