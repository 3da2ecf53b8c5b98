package org.postlotse.comparison;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.postlotse.catalogue.Protocol;

/** One half of an account while it is being read. What was read first stays. */
final class Draft {
    private final Map<Field, Object> values = new EnumMap<>(Field.class);

    boolean has(Field field) {
        return values.containsKey(field);
    }

    void put(Field field, Object value) {
        values.putIfAbsent(field, value);
    }

    Present present() {
        return new Present(
                read(Field.PROTOCOL, Protocol.class),
                read(Field.HOST, String.class).orElse(""),
                read(Field.PORT, String.class).orElse(""),
                read(Field.SECURITY, PresentSecurity.class),
                read(Field.METHOD, PresentMethod.class),
                read(Field.USER, String.class).orElse(""));
    }

    private <T> Optional<T> read(Field field, Class<T> type) {
        return Optional.ofNullable(values.get(field)).map(type::cast);
    }
}
